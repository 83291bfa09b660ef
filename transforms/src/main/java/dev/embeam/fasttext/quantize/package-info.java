/**
 * Quantisation of fastText's classifiers: which rows stay, and the codes and codebooks for them, equal to the fasttext tool's
 * bit by bit. Depends on {@code fasttext}, on its {@code train} for training pruned models again, on {@code libstdcxx} and
 * {@code kernel}. Knows no Beam.
 */
@NullMarked
package dev.embeam.fasttext.quantize;

import org.jspecify.annotations.NullMarked;
