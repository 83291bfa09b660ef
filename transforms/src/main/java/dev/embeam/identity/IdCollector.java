package dev.embeam.identity;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.IdBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Collects the ids of one file and gives them out by partition, in few and large blocks. Memory is bounded by the size of a
 * chunk, however many rows the file has.
 */
public final class IdCollector {
    /** A partition of a hundred million documents takes about a hundred megabytes of one worker. */
    static final int PARTITIONS = 64;
    /** Rows that are collected before they are given out: about two megabytes. */
    private static final int CHUNK = 1 << 16;

    private final String file;
    private final BiConsumer<Integer, IdBlock> out;
    private final IdHasher hasher = new IdHasher();
    private final List<String> sources = new ArrayList<>();
    private final long[] hashes = new long[2 * CHUNK];
    private final long[] positions = new long[CHUNK];
    private final int[] sourceOf = new int[CHUNK];
    private int size;
    private int firstRow;

    /** Collects the ids of the rows of {@code file}, counted from 0. */
    public IdCollector(String file, BiConsumer<Integer, IdBlock> out) {
        this.file = file;
        this.out = out;
    }

    /** Appends the next rows. */
    public void append(DocumentKeys keys) {
        int source = indexOf(keys.file());
        for (int i = 0; i < keys.size(); i++) {
            if (size == CHUNK) {
                flush();
                source = indexOf(keys.file());
            }
            hasher.hash(keys.ids(), i, hashes, 2 * size);
            positions[size] = keys.positions()[i];
            sourceOf[size] = source;
            size++;
        }
    }

    private int indexOf(String source) {
        int last = sources.size() - 1;
        if (last < 0 || !sources.get(last).equals(source)) {
            sources.add(source);
        }
        return sources.size() - 1;
    }

    /** Gives out what has been collected. */
    public void flush() {
        int[] counts = new int[PARTITIONS];
        for (int i = 0; i < size; i++) {
            counts[partition(i)]++;
        }
        int[][] entries = new int[PARTITIONS][];
        Arrays.setAll(entries, partition -> new int[counts[partition]]);
        int[] filled = new int[PARTITIONS];
        for (int i = 0; i < size; i++) {
            int partition = partition(i);
            entries[partition][filled[partition]++] = i;
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (counts[partition] > 0) {
                out.accept(partition, block(entries[partition]));
            }
        }
        firstRow = Math.addExact(firstRow, size);
        size = 0;
        sources.clear();
    }

    private int partition(int i) {
        return (int) (hashes[2 * i] & (PARTITIONS - 1));
    }

    private IdBlock block(int[] entries) {
        int length = entries.length;
        long[] blockHashes = new long[2 * length];
        long[] blockPositions = new long[length];
        int[] blockSources = new int[length];
        int[] rows = new int[length];
        for (int i = 0; i < length; i++) {
            int entry = entries[i];
            blockHashes[2 * i] = hashes[2 * entry];
            blockHashes[2 * i + 1] = hashes[2 * entry + 1];
            blockPositions[i] = positions[entry];
            blockSources[i] = sourceOf[entry];
            rows[i] = firstRow + entry;
        }
        return new IdBlock(file, List.copyOf(sources), blockHashes, blockPositions, blockSources, rows);
    }
}
