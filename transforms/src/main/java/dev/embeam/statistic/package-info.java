/** Uncertainty of scores: intervals, tests, corrections. Depends on {@code schema} alone. */
@NullMarked
package dev.embeam.statistic;

import org.jspecify.annotations.NullMarked;
