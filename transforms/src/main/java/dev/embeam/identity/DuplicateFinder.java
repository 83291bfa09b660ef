package dev.embeam.identity;

import dev.embeam.schema.IdBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the documents of one partition whose id occurs earlier, by the order of input file and position. The outcome does
 * not depend on the order in which blocks are added.
 *
 * <p>An open-addressing table of the hashes: 8 bytes a slot beside the blocks themselves.
 */
public final class DuplicateFinder {
    private static final long FREE = -1;

    private final List<IdBlock> blocks = new ArrayList<>();
    /** Block and entry of the first document with a hash, as {@link #place} packs them, or {@link #FREE}. */
    private long[] slots = new long[1 << 10];

    private int used;
    private boolean any;

    /** A finder that knows no id yet. */
    public DuplicateFinder() {
        Arrays.fill(slots, FREE);
    }

    /** Adds the ids of a block. */
    public void add(IdBlock block) {
        blocks.add(block);
        for (int i = 0; i < block.size(); i++) {
            insert(place(blocks.size() - 1, i));
        }
    }

    private void insert(long place) {
        if (2 * used >= slots.length) {
            grow();
        }
        int slot = find(place);
        if (slots[slot] == FREE) {
            slots[slot] = place;
            used++;
            return;
        }
        any = true;
        if (compare(place, slots[slot]) < 0) {
            slots[slot] = place;
        }
    }

    /** The slot of the id of {@code place}: that of an equal id, or a free one. */
    private int find(long place) {
        int mask = slots.length - 1;
        int slot = (int) (hash(place, 1) >>> 32) & mask;
        while (slots[slot] != FREE && !sameHash(slots[slot], place)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        Arrays.fill(slots, FREE);
        for (long place : old) {
            if (place != FREE) {
                slots[find(place)] = place;
            }
        }
    }

    /** The rows to drop, by the file they are in. */
    public Map<String, List<DuplicateRow>> duplicates() {
        Map<String, List<DuplicateRow>> rows = new TreeMap<>();
        for (int block = 0; any && block < blocks.size(); block++) {
            for (int i = 0; i < blocks.get(block).size(); i++) {
                long first = slots[find(place(block, i))];
                if (first != place(block, i)) {
                    rows.computeIfAbsent(blocks.get(block).file(), file -> new ArrayList<>())
                            .add(row(place(block, i), first));
                }
            }
        }
        return rows;
    }

    private DuplicateRow row(long place, long first) {
        IdBlock block = block(place);
        int i = (int) place;
        return new DuplicateRow(
                block.rows()[i],
                block.source(i),
                block.positions()[i],
                block(first).source((int) first),
                block(first).positions()[(int) first]);
    }

    private int compare(long a, long b) {
        IdBlock left = block(a);
        IdBlock right = block(b);
        int order = left.source((int) a).compareTo(right.source((int) b));
        if (order == 0) {
            order = Long.compare(left.positions()[(int) a], right.positions()[(int) b]);
        }
        if (order == 0) {
            order = left.file().compareTo(right.file());
        }
        return order == 0 ? Integer.compare(left.rows()[(int) a], right.rows()[(int) b]) : order;
    }

    private boolean sameHash(long a, long b) {
        return hash(a, 0) == hash(b, 0) && hash(a, 1) == hash(b, 1);
    }

    private long hash(long place, int half) {
        return block(place).hashes()[2 * (int) place + half];
    }

    private IdBlock block(long place) {
        return blocks.get((int) (place >>> 32));
    }

    private static long place(int block, int entry) {
        return ((long) block << 32) | entry;
    }
}
