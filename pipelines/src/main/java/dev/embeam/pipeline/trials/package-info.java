/**
 * The commands {@code evaluate-clustering}, {@code evaluate-classification}, {@code evaluate-sts} and {@code evaluate-pairs}:
 * tasks over data sets that fit in memory, by trials that run in parallel.
 */
@NullMarked
package dev.embeam.pipeline.trials;

import org.jspecify.annotations.NullMarked;
