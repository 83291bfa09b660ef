package dev.embeam.statistic;

/**
 * A sum that carries its rounding errors along (Neumaier 1974), so that means agree to the last digits whatever the size of
 * the terms. The result depends on the order of the terms at most in the last bit; add them in the order of the rows all the
 * same.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** Adds a term. */
    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** The sum of the terms so far; 0 where there is none. */
    public double value() {
        return sum + lost;
    }

    /** The sum of these terms. */
    public static double of(double... terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    /**
     * The mean of these terms.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static double mean(double... terms) {
        if (terms.length == 0) {
            throw new IllegalArgumentException("there is nothing to take the mean of; expected at least one value");
        }
        return of(terms) / terms.length;
    }
}
