package dev.embeam.identity;

import dev.embeam.schema.IdBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

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
        int slot = find(hash(place, 0), hash(place, 1));
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

    /** The slot of an id: that of an equal one, or a free one. */
    private int find(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) (low >>> 32) & mask;
        while (slots[slot] != FREE && (hash(slots[slot], 0) != high || hash(slots[slot], 1) != low)) {
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
                slots[find(hash(place, 0), hash(place, 1))] = place;
            }
        }
    }

    /** The rows to drop, by the file they are in. */
    public Map<String, List<DuplicateRow>> duplicates() {
        Map<String, List<DuplicateRow>> rows = new TreeMap<>();
        later(
                IdBlock.Kind.WRITTEN,
                (block, i) -> rows.computeIfAbsent(block.file(), file -> new ArrayList<>())
                        .add(row(block, i, block.rows()[i])));
        return rows;
    }

    /** Gives every document of a kind whose id occurs earlier. */
    void later(IdBlock.Kind kind, ObjIntConsumer<IdBlock> out) {
        for (int block = 0; any && block < blocks.size(); block++) {
            for (int i = 0;
                    blocks.get(block).kind() == kind && i < blocks.get(block).size();
                    i++) {
                if (first(blocks.get(block), i) != place(block, i)) {
                    out.accept(blocks.get(block), i);
                }
            }
        }
    }

    /** How many different ids there are. */
    int distinct() {
        return used;
    }

    /** Where the first document with the id of an entry is, which may be one of a block that was not added. */
    Optional<IdBlock.Kind> kindOfFirst(IdBlock block, int i) {
        long first = first(block, i);
        return first == FREE ? Optional.empty() : Optional.of(block(first).kind());
    }

    private long first(IdBlock block, int i) {
        return slots[find(block.hashes()[2 * i], block.hashes()[2 * i + 1])];
    }

    /** What is to be said of a document whose id occurs earlier. */
    DuplicateRow row(IdBlock block, int i, int row) {
        long first = first(block, i);
        return new DuplicateRow(
                row,
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
