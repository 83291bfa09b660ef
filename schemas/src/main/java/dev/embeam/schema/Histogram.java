package dev.embeam.schema;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How often lengths occur: exact below 16, above that in eight buckets an octave, so that a quantile is off by at most one
 * eighth. Histograms of parts add up to that of the whole. Immutable; equal when all counts are.
 *
 * @param counts how many values fell into each bucket
 */
public record Histogram(long[] counts) implements Serializable {
    private static final int EXACT = 16;
    private static final int EXACT_OCTAVES = 4;
    private static final int BUCKETS = EXACT + (Long.SIZE - 1 - EXACT_OCTAVES) * 8;

    /** Checks the number of buckets. */
    public Histogram {
        if (counts.length != BUCKETS) {
            throw new IllegalArgumentException("there are " + counts.length + " buckets; expected " + BUCKETS);
        }
    }

    /** Of no values. */
    public static Histogram empty() {
        return new Histogram(new long[BUCKETS]);
    }

    /** Of these lengths, none of which is negative. */
    public static Histogram of(int... lengths) {
        long[] counts = new long[BUCKETS];
        for (int length : lengths) {
            counts[bucket(length)]++;
        }
        return new Histogram(counts);
    }

    /** Of the values of both. */
    public Histogram plus(Histogram other) {
        long[] sum = counts.clone();
        Arrays.setAll(sum, i -> counts[i] + other.counts[i]);
        return new Histogram(sum);
    }

    /** Number of values. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** Number of values from {@code low} (inclusive) to {@code high} (exclusive); both are 0 or powers of two. */
    public long between(long low, long high) {
        long sum = 0;
        for (int i = 0; i < BUCKETS && lowest(i) < high; i++) {
            sum += lowest(i) < low ? 0 : counts[i];
        }
        return sum;
    }

    /**
     * The smallest value of the bucket that the quantile falls into.
     *
     * @param share from 0 to 1; 0.5 is the median
     * @return 0 when there are no values
     */
    public long quantile(double share) {
        long total = total();
        long rank = Math.min(total - 1, (long) Math.floor(share * total));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen > rank && counts[i] > 0) {
                return lowest(i);
            }
        }
        return 0;
    }

    private static int bucket(long value) {
        if (value < EXACT) {
            return (int) value;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        return EXACT + (octave - EXACT_OCTAVES) * 8 + (int) ((value >>> (octave - 3)) & 7);
    }

    private static long lowest(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int octave = EXACT_OCTAVES + (bucket - EXACT) / 8;
        return (8L + (bucket - EXACT) % 8) << (octave - 3);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Histogram[" + total() + " values, median " + quantile(0.5) + "]";
    }
}
