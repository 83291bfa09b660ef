/**
 * Predictions and rankings to reports, by the rules of a profile. Depends on {@code metric}, {@code statistic}, {@code learn},
 * {@code lexical}, {@code precision}, {@code kernel} and {@code schema}.
 */
@NullMarked
package dev.embeam.evaluation;

import org.jspecify.annotations.NullMarked;
