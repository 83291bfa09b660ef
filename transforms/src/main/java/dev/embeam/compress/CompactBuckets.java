package dev.embeam.compress;

import java.nio.ByteBuffer;

/**
 * Which buckets of n-grams are kept, in little more than a byte each: buckets are in rising order, in groups of 256 that
 * share all but their lowest byte. A bucket's place in this order is its row. Immutable, shared between threads.
 */
final class CompactBuckets {
    /** A bucket that was dropped. */
    static final int DROPPED = -1;
    /** Bits of a bucket that its group does not tell. */
    static final int LOW_BITS = 8;

    private final ByteBuffer directory;
    private final ByteBuffer low;

    /**
     * @param directory the first row of every group and the end of the last, ints
     * @param low lowest bytes of the kept buckets
     */
    CompactBuckets(ByteBuffer directory, ByteBuffer low) {
        this.directory = directory;
        this.low = low;
    }

    /** How many groups so many buckets make. */
    static int groups(int buckets) {
        return (int) ((buckets + (1L << LOW_BITS) - 1) >>> LOW_BITS);
    }

    /** The row of a bucket, or {@link #DROPPED}. */
    int find(int bucket) {
        int group = bucket >>> LOW_BITS;
        int from = directory.getInt(group * Integer.BYTES);
        int to = directory.getInt((group + 1) * Integer.BYTES);
        int wanted = bucket & 0xFF;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int found = low.get(middle) & 0xFF;
            if (found == wanted) {
                return middle;
            }
            if (found < wanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return DROPPED;
    }

    /** Number of kept buckets. */
    int size() {
        return low.capacity();
    }

    /**
     * Walks over all groups, so that no look-up can leave the file later.
     *
     * @return what is wrong, or nothing
     */
    String fault() {
        int row = 0;
        int groups = directory.capacity() / Integer.BYTES - 1;
        for (int group = 0; group < groups; group++) {
            int end = directory.getInt((group + 1) * Integer.BYTES);
            if (directory.getInt(group * Integer.BYTES) != row || end < row || end > size()) {
                return "group " + group + " of buckets has rows " + row + " to " + end;
            }
            for (int before = -1; row < end; row++) {
                int next = low.get(row) & 0xFF;
                if (next <= before) {
                    return "bucket " + next + " of group " + group + " comes after " + before;
                }
                before = next;
            }
        }
        return row == size() && directory.getInt(groups * Integer.BYTES) == row
                ? ""
                : "the groups of buckets have " + row + " rows where " + size() + " were to be";
    }
}
