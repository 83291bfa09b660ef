/**
 * Models of fastText: their files, dictionaries and matrices, and the arithmetic of words, lines and predictions, equal to
 * the fasttext tool's bit by bit where that is built without fused multiply-add. Knows no Beam.
 */
@NullMarked
package dev.embeam.fasttext;

import org.jspecify.annotations.NullMarked;
