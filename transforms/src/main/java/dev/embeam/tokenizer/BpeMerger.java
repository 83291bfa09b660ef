package dev.embeam.tokenizer;

import java.util.Arrays;

/**
 * Merges neighbours by rank: a heap of the merges that were possible when they were noted, ordered by rank, then place; what
 * has become impossible since is passed over when it is taken. O(n log n) for n symbols. The scratch of one thread.
 */
final class BpeMerger {
    /** A place whose symbol has been merged into one before it. */
    private static final int GONE = -1;

    private final MergeTable merges;
    private int[] symbols = new int[0];
    /** Places of the symbols before and after, with -1 before the first and {@link #count} after the last. */
    private int[] before = new int[64];

    private int[] after = new int[64];
    private int count;
    /** A binary heap, its root at 1, of ranks (upper half) and places of left symbols (lower half). */
    private long[] heap = new long[64];

    private int heapSize;

    BpeMerger(MergeTable merges) {
        this.merges = merges;
    }

    /** Merges the first {@code size} symbols in place; returns how many are left. */
    int merge(int[] symbols, int size) {
        if (size < 2) {
            return size;
        }
        begin(symbols, size);
        while (heapSize > 0) {
            long top = pop();
            int left = (int) top;
            if (symbols[left] != GONE && after[left] < count) {
                long merge = merges.find(symbols[left], symbols[after[left]]);
                // Each pair has a rank of its own, so an equal rank means the pair is still there.
                if (merge != MergeTable.NONE && MergeTable.rank(merge) == (int) (top >>> 32)) {
                    join(left, MergeTable.merged(merge));
                }
            }
        }
        return compact();
    }

    private void begin(int[] symbols, int size) {
        this.symbols = symbols;
        count = size;
        heapSize = 0;
        if (size > before.length) {
            before = new int[Math.max(size, 2 * before.length)];
            after = new int[before.length];
        }
        for (int i = 0; i < size; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
            if (i > 0) {
                note(i - 1, i);
            }
        }
    }

    private void join(int left, int merged) {
        int right = after[left];
        symbols[left] = merged;
        symbols[right] = GONE;
        after[left] = after[right];
        if (after[left] < count) {
            before[after[left]] = left;
            note(left, after[left]);
        }
        if (before[left] >= 0) {
            note(before[left], left);
        }
    }

    private int compact() {
        int write = 0;
        for (int i = 0; i < count; i = after[i]) {
            symbols[write++] = symbols[i];
        }
        return write;
    }

    private void note(int left, int right) {
        long merge = merges.find(symbols[left], symbols[right]);
        if (merge != MergeTable.NONE) {
            push(((long) MergeTable.rank(merge) << 32) | left);
        }
    }

    private void push(long entry) {
        if (++heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        int at = heapSize;
        while (at > 1 && heap[at >> 1] > entry) {
            heap[at] = heap[at >> 1];
            at >>= 1;
        }
        heap[at] = entry;
    }

    private long pop() {
        long top = heap[1];
        long last = heap[heapSize--];
        int at = 1;
        while (2 * at <= heapSize) {
            int child = 2 * at;
            if (child < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }
}
