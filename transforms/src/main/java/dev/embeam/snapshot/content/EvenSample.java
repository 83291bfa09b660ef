package dev.embeam.snapshot.content;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * So many of any number of documents, each as likely as any other: those whose ids, mixed with the seed, are smallest. The
 * same ids and the same seed give the same sample, in whatever order they come.
 */
final class EvenSample {
    private final int capacity;
    private final long seed;
    private final PriorityQueue<Pair> chosen =
            new PriorityQueue<>(Comparator.comparingLong(Pair::order).reversed());

    /**
     * Where a document is.
     *
     * @param order decides whether it is chosen
     * @param before its place in one snapshot
     * @param after its place in another
     */
    record Pair(long order, long before, long after) {}

    EvenSample(int capacity, long seed) {
        this.capacity = capacity;
        this.seed = Mixing.mix(seed);
    }

    void offer(long[] hash, long before, long after) {
        long order = Mixing.mix(hash[0] ^ seed);
        if (chosen.size() < capacity) {
            chosen.add(new Pair(order, before, after));
        } else if (capacity > 0 && order < chosen.element().order()) {
            chosen.remove();
            chosen.add(new Pair(order, before, after));
        }
    }

    /** The sample in the order of one of the places. */
    List<Pair> sorted(Comparator<Pair> order) {
        return chosen.stream().sorted(order).toList();
    }
}
