/**
 * Classifiers of fastText at work: labels with probabilities, cascades of two classifiers, and how good both are. Depends on
 * {@code fasttext}, {@code libstdcxx}, {@code learn}, {@code metric}, {@code statistic} and {@code schema}; knows no Beam.
 */
@NullMarked
package dev.embeam.classify;

import org.jspecify.annotations.NullMarked;
