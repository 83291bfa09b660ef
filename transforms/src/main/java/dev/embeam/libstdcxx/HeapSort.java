package dev.embeam.libstdcxx;

/** As {@code std::partial_sort} of a whole stretch: {@code make_heap}, then {@code sort_heap}. */
final class HeapSort {
    private final int[] ids;
    private final int from;
    private final int length;
    private final IntOrder order;

    /** Of {@code ids[from, to)}. */
    HeapSort(int[] ids, int from, int to, IntOrder order) {
        this.ids = ids;
        this.from = from;
        this.length = to - from;
        this.order = order;
    }

    void sort() {
        for (int parent = (length - 2) / 2; parent >= 0; parent--) {
            sink(parent, length, ids[from + parent]);
        }
        for (int last = length - 1; last > 0; last--) {
            int id = ids[from + last];
            ids[from + last] = ids[from];
            sink(0, last, id);
        }
    }

    /** Lets the hole sink to a leaf, always to the greater child, and the id rise from there. */
    private void sink(int top, int end, int id) {
        int hole = top;
        while (2 * hole + 2 < end) {
            int child = 2 * hole + 2;
            if (order.before(ids[from + child], ids[from + child - 1])) {
                child--;
            }
            ids[from + hole] = ids[from + child];
            hole = child;
        }
        if (2 * hole + 2 == end) {
            ids[from + hole] = ids[from + end - 1];
            hole = end - 1;
        }
        rise(hole, top, id);
    }

    private void rise(int leaf, int top, int id) {
        int hole = leaf;
        while (hole > top && order.before(ids[from + (hole - 1) / 2], id)) {
            ids[from + hole] = ids[from + (hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        ids[from + hole] = id;
    }
}
