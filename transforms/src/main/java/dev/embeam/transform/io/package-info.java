/**
 * Reading collections with Beam. Depends on {@code schema}, {@code collection}, {@code precision}, {@code progress} and Beam; knows no other
 * theme of transforms.
 */
@NullMarked
package dev.embeam.transform.io;

import org.jspecify.annotations.NullMarked;
