package dev.embeam.learn;

import java.util.SplittableRandom;

/** Random row numbers. */
final class Draws {
    private Draws() {}

    /** Numbers from 0 to {@code bound - 1}, repeats allowed. */
    static int[] withReplacement(int count, int bound, SplittableRandom random) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = random.nextInt(bound);
        }
        return drawn;
    }

    /** Different numbers from 0 to {@code bound - 1}, at most {@code bound} of them: the start of a shuffle. */
    static int[] distinct(int count, int bound, SplittableRandom random) {
        int[] numbers = new int[bound];
        for (int i = 0; i < bound; i++) {
            numbers[i] = i;
        }
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(i, bound);
            drawn[i] = numbers[at];
            numbers[at] = numbers[i];
        }
        return drawn;
    }
}
