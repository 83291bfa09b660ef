/**
 * Training of fastText models: dictionaries from text, the losses, and the loop over the text, in one thread equal to the
 * fasttext tool's bit by bit. Depends on {@code fasttext}, {@code libstdcxx}, {@code kernel}, {@code tokenizer} for lists of
 * numbers, {@code collection} for opening files and {@code schema} for its errors. Knows no Beam.
 */
@NullMarked
package dev.embeam.fasttext.train;

import org.jspecify.annotations.NullMarked;
