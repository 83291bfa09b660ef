package dev.embeam.libstdcxx;

/** As {@code std::shuffle}. Stateless. */
public final class Shuffle {
    /** Up to here one draw serves two swaps: the largest length whose square is within the generator's range. */
    private static final int LONGEST_PAIRED = 46_340;

    private Shuffle() {}

    /** Puts the numbers into random order. */
    public static void shuffle(int[] values, MinimalStandard random) {
        if (values.length <= LONGEST_PAIRED) {
            shuffleInPairs(values, random);
            return;
        }
        for (int i = 1; i < values.length; i++) {
            swap(values, i, random.below(i + 1));
        }
    }

    private static void shuffleInPairs(int[] values, MinimalStandard random) {
        int i = 1;
        if (values.length % 2 == 0 && values.length > 0) {
            swap(values, i++, random.below(2));
        }
        for (; i < values.length; i += 2) {
            int both = random.below((i + 1) * (i + 2));
            swap(values, i, both / (i + 2));
            swap(values, i + 1, both % (i + 2));
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
