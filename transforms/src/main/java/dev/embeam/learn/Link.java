package dev.embeam.learn;

/** How scores of linear functions become the chances of classes. */
interface Link {
    /**
     * The negative logarithm of the chance of the points' own classes, summed; {@code scores[c][r]} become its derivatives.
     *
     * @param targets class of each point of the block, from {@code from} on
     */
    double loss(double[][] scores, int count, int[] targets, int from);

    /** The place of the class a point most likely has; the lower of equally likely ones. */
    int best(double[][] scores, int row);
}
