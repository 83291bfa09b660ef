package dev.embeam.search;

import dev.embeam.schema.TextColumn;
import java.util.List;

/**
 * Nested parts of a collection: a document belongs to a share if a number between 0 and 1 that its id alone decides lies
 * below it. Stateless but for the list of shares.
 */
public final class Shares {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final double[] ascending;

    /** Shares above 0 and at most 1, in any order. */
    public Shares(List<Double> shares) {
        ascending = shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Number of shares. */
    public int size() {
        return ascending.length;
    }

    /** The place of a share among all, from the smallest. */
    public int indexOf(double share) {
        int index = 0;
        while (ascending[index] != share) {
            index++;
        }
        return index;
    }

    /** Whether all shares are the whole collection. */
    boolean isWhole() {
        return ascending[0] == 1;
    }

    /** The smallest share that holds the document, or {@link #size()} if none does. */
    public int levelOf(TextColumn ids, int row) {
        double place = isWhole() ? 0 : place(DocumentId.of(ids, row));
        int level = 0;
        while (level < ascending.length && place >= ascending[level]) {
            level++;
        }
        return level;
    }

    /** The number an id decides, even over [0, 1). */
    static double place(String id) {
        long hash = SEED;
        for (int i = 0; i < id.length(); i++) {
            hash = mix(hash + id.charAt(i));
        }
        return (mix(hash) >>> 11) * UNIT;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
