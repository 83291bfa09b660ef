package dev.embeam.model;

import java.util.Arrays;

/** The median length of a vocabulary's pieces, as model2vec takes it to guess how many characters are enough. */
final class MedianLength {
    private MedianLength() {}

    /** The median, the mean of the middle two where there are two, without its fraction; 0 for no pieces. */
    static int of(int[] lengths) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
