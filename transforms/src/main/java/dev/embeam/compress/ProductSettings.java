package dev.embeam.compress;

/**
 * How a product quantiser is made.
 *
 * @param norms whether rows' norms are coded apart from their directions
 * @param centroids of a part, at most 256
 * @param rounds of k-means
 * @param sample most rows to learn from
 * @param seed of what is drawn
 */
record ProductSettings(boolean norms, int centroids, int rounds, int sample, long seed) {}
