package dev.embeam.classify;

import dev.embeam.libstdcxx.BoundedHeap;

/** The best labels of a line, ties in the order fastText gives them. One thread's. */
final class TopLabels {
    private final int capacity;
    private final BoundedHeap heap;
    private float hopeless;

    TopLabels(int capacity) {
        this.capacity = capacity;
        heap = new BoundedHeap(capacity);
    }

    void clear() {
        heap.clear();
        hopeless = Float.NEGATIVE_INFINITY;
    }

    /** Whether there is no room and all labels kept have a higher score. */
    boolean isAbove(float score) {
        return heap.refuses(score);
    }

    /** Offers a label by its score. */
    void offer(float score, int label) {
        heap.add(score, label);
        if (heap.size() == capacity) {
            hopeless = Scores.below(heap.score(0));
        }
    }

    /** Offers a label of at least {@code threshold} by its probability. */
    void offerProbability(float probability, float threshold, int label) {
        if (probability < threshold || probability < hopeless) {
            return;
        }
        float score = Scores.of(probability);
        if (!heap.refuses(score)) {
            offer(score, label);
        }
    }

    /** Brings the labels into falling order of their scores; only {@link #clear} may follow. */
    void sort() {
        heap.sort();
    }

    int size() {
        return heap.size();
    }

    int label(int rank) {
        return heap.item(rank);
    }

    float probability(int rank) {
        return Scores.probability(heap.score(rank));
    }
}
