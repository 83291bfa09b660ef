package dev.embeam.learn;

/**
 * What a search for a minimum found.
 *
 * @param point the best point, not copied
 * @param iterations how many steps were taken
 * @param converged whether a tolerance was met, rather than a limit
 */
record Minimum(double[] point, double value, int iterations, boolean converged) {}
