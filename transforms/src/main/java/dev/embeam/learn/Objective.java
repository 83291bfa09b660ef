package dev.embeam.learn;

/** A smooth function to be made small. */
interface Objective {
    /** Number of arguments. */
    int arguments();

    /** The value at a point; fills {@code gradient}. */
    double at(double[] point, double[] gradient);
}
