package dev.embeam.libstdcxx;

/**
 * As {@code std::sort}: quicksort with the median of three, heap sort where that goes too deep, and insertion at the end.
 * Not stable, and equal elements end in the order in which they end in C++, whatever the elements are. Stateless.
 */
public final class IntroSort {
    private static final int SHORT = 16;

    private final int[] ids;
    private final IntOrder order;

    private IntroSort(int[] ids, IntOrder order) {
        this.ids = ids;
        this.order = order;
    }

    /** Sorts ids of elements by a strict weak order of these. */
    public static void sort(int[] ids, IntOrder order) {
        if (ids.length > 1) {
            IntroSort sort = new IntroSort(ids, order);
            sort.roughly(0, ids.length, 2 * (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(ids.length)));
            sort.finish();
        }
    }

    /** Leaves stretches of at most 16 elements that are out of order among themselves only. */
    private void roughly(int from, int to, int depth) {
        int end = to;
        int left = depth;
        while (end - from > SHORT) {
            if (left == 0) {
                new HeapSort(ids, from, end, order).sort();
                return;
            }
            left--;
            medianToFront(from, from + (end - from) / 2, end - 1);
            int cut = partition(from, end);
            roughly(cut, end, left);
            end = cut;
        }
    }

    private void medianToFront(int front, int middle, int last) {
        int second = front + 1;
        if (before(second, middle)) {
            swap(front, before(middle, last) ? middle : before(second, last) ? last : second);
        } else {
            swap(front, before(second, last) ? second : before(middle, last) ? last : middle);
        }
    }

    private int partition(int pivot, int end) {
        int low = pivot + 1;
        int high = end;
        while (true) {
            while (before(low, pivot)) {
                low++;
            }
            high--;
            while (before(pivot, high)) {
                high--;
            }
            if (low >= high) {
                return low;
            }
            swap(low++, high);
        }
    }

    private void finish() {
        for (int i = 1; i < Math.min(ids.length, SHORT); i++) {
            if (before(i, 0)) {
                int id = ids[i];
                System.arraycopy(ids, 0, ids, 1, i);
                ids[0] = id;
            } else {
                insert(i);
            }
        }
        for (int i = SHORT; i < ids.length; i++) {
            insert(i);
        }
    }

    /** Needs an element that is not greater somewhere before. */
    private void insert(int at) {
        int id = ids[at];
        int i = at;
        while (order.before(id, ids[i - 1])) {
            ids[i] = ids[i - 1];
            i--;
        }
        ids[i] = id;
    }

    private boolean before(int i, int j) {
        return order.before(ids[i], ids[j]);
    }

    private void swap(int i, int j) {
        int id = ids[i];
        ids[i] = ids[j];
        ids[j] = id;
    }
}
