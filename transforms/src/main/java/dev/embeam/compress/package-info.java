/**
 * Shrinkers of fastText models and the compact file they write: selection of words and n-grams, codes for rows, and how near
 * what is kept comes to what was. Depends on {@code fasttext}, {@code tokenizer}, {@code kernel}, {@code metric}, {@code schema}
 * and Jackson; knows no Beam.
 */
@NullMarked
package dev.embeam.compress;

import org.jspecify.annotations.NullMarked;
