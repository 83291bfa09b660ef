/**
 * Documents to labels. Depends on {@code classify}, {@code fasttext}, {@code storage}, {@code schema} and Beam; knows no other
 * theme.
 */
@NullMarked
package dev.embeam.transform.classify;

import org.jspecify.annotations.NullMarked;
