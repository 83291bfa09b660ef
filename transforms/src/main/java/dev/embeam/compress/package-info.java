/**
 * Shrinkers of fastText models and the compact file they write: selection of words and n-grams, codes for rows, refitting of
 * what is kept. Depends on {@code fasttext}, {@code tokenizer}, {@code kernel} and {@code schema}; knows no Beam.
 */
@NullMarked
package dev.embeam.compress;

import org.jspecify.annotations.NullMarked;
