package dev.embeam.libstdcxx;

import java.util.Arrays;

/**
 * The best {@code capacity} of scored items, kept as {@code std::push_heap}, {@code std::pop_heap} and {@code std::sort_heap}
 * of GNU's library keep them with "greater score" as their order: the smallest kept score is at the root. Which of several
 * items with the same score is kept, and in which order they come out, is decided by these algorithms alone. Not thread-safe.
 */
public final class BoundedHeap {
    private static final int FIRST_ROOM = 16;

    private final int capacity;
    private float[] scores;
    private int[] items;
    private int size;

    /**
     * Keeps at most so many items.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public BoundedHeap(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity is " + capacity + "; expected at least 1");
        }
        this.capacity = capacity;
        scores = new float[Math.min(capacity, FIRST_ROOM)];
        items = new int[scores.length];
    }

    /** Forgets all items. */
    public void clear() {
        size = 0;
    }

    /** Number of items kept. */
    public int size() {
        return size;
    }

    /** The score of the {@code i}-th item: the {@code i}-th best after {@link #sort}. */
    public float score(int i) {
        return scores[i];
    }

    /** The {@code i}-th item. */
    public int item(int i) {
        return items[i];
    }

    /** Whether there is no room and a score is below all that are kept. An equal one is taken. */
    public boolean refuses(float score) {
        return size == capacity && score < scores[0];
    }

    /** Adds an item, unless {@link #refuses}; where there is no room, a smallest one goes. */
    public void add(float score, int item) {
        if (refuses(score)) {
            return;
        }
        if (size < capacity) {
            grow();
            rise(size++, score, item);
        } else {
            replaceSmallest(score, item);
        }
    }

    /** Brings the items into falling order of their scores; only {@link #clear} may follow. */
    public void sort() {
        for (int last = size - 1; last > 0; last--) {
            float score = scores[last];
            int item = items[last];
            move(0, last);
            sink(last, score, item);
        }
    }

    private void grow() {
        if (size == scores.length) {
            int room = (int) Math.min(capacity, 2L * size);
            scores = Arrays.copyOf(scores, room);
            items = Arrays.copyOf(items, room);
        }
    }

    /**
     * Pushes an item as the last of one more than fit, and pops the root. The item rises through its ancestors; whichever
     * ends up last then sinks from the root: either the item itself, or the parent that it has passed.
     */
    private void replaceSmallest(float score, int item) {
        int parent = (size - 1) / 2;
        if (scores[parent] > score) {
            float sinking = scores[parent];
            int sinkingItem = items[parent];
            rise(parent, score, item);
            sink(size, sinking, sinkingItem);
        } else {
            sink(size, score, item);
        }
    }

    private void rise(int from, float score, int item) {
        int hole = from;
        while (hole > 0 && scores[(hole - 1) / 2] > score) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        scores[hole] = score;
        items[hole] = item;
    }

    /** {@code std::__adjust_heap} over the first {@code length} places: the hole goes down to a leaf, then the item rises. */
    private void sink(int length, float score, int item) {
        int hole = 0;
        int child = 0;
        while (child < (length - 1) / 2) {
            child = 2 * (child + 1);
            if (scores[child] > scores[child - 1]) {
                child--;
            }
            move(child, hole);
            hole = child;
        }
        if (length % 2 == 0 && length >= 2 && child == (length - 2) / 2) {
            child = 2 * child + 1;
            move(child, hole);
            hole = child;
        }
        rise(hole, score, item);
    }

    private void move(int from, int to) {
        scores[to] = scores[from];
        items[to] = items[from];
    }
}
