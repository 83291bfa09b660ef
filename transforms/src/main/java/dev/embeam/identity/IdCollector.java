package dev.embeam.identity;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Collects ids of one kind and file and gives them out by partition, in few and large blocks. Memory is bounded by the size of a
 * chunk, however many rows the file has.
 */
public final class IdCollector {
    /** A partition of a hundred million documents takes about a hundred megabytes of one worker. */
    static final int PARTITIONS = 64;
    /** Rows that are collected before they are given out: about two megabytes. */
    private static final int CHUNK = 1 << 16;

    private final IdBlock.Kind kind;
    private final String file;
    private final BiConsumer<Integer, IdBlock> out;
    private final IdHasher hasher = new IdHasher();
    private final List<String> sources = new ArrayList<>();
    private final long[] hashes = new long[2 * CHUNK];
    private final long[] positions = new long[CHUNK];
    private final int[] sourceOf = new int[CHUNK];
    private final int[] rows = new int[CHUNK];
    private int size;
    private int nextRow;

    /**
     * Collects ids.
     *
     * @param kind where the documents are
     * @param file that holds them; empty for seen ones
     */
    public IdCollector(IdBlock.Kind kind, String file, BiConsumer<Integer, IdBlock> out) {
        this.kind = kind;
        this.file = file;
        this.out = out;
    }

    /** Appends the next rows of the file. */
    public void append(DocumentKeys keys) {
        for (int i = 0; i < keys.size(); i++) {
            append(keys.ids(), i, keys.file(), keys.positions()[i], nextRow++);
        }
    }

    /** Appends one document that is in no file of vectors. */
    public void appendSeen(DocumentKeys keys, int i) {
        append(keys.ids(), i, keys.file(), keys.positions()[i], 0);
    }

    /** Appends the document in a row of the file, of which no place in an input file is known. */
    public void appendStored(TextColumn ids, int i, int row) {
        append(ids, i, "", 0, row);
    }

    private void append(TextColumn ids, int i, String source, long position, int row) {
        if (size == CHUNK) {
            flush();
        }
        hasher.hash(ids, i, hashes, 2 * size);
        positions[size] = position;
        sourceOf[size] = indexOf(source);
        rows[size] = row;
        size++;
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
        size = 0;
        sources.clear();
    }

    /** The partition that all ids of a block belong to. */
    public static int partition(IdBlock block) {
        return partition(block.hashes()[0]);
    }

    private int partition(int i) {
        return partition(hashes[2 * i]);
    }

    private static int partition(long hash) {
        return (int) (hash & (PARTITIONS - 1));
    }

    private IdBlock block(int[] entries) {
        int length = entries.length;
        long[] blockHashes = new long[2 * length];
        long[] blockPositions = new long[length];
        int[] blockSources = new int[length];
        int[] blockRows = new int[length];
        for (int i = 0; i < length; i++) {
            int entry = entries[i];
            blockHashes[2 * i] = hashes[2 * entry];
            blockHashes[2 * i + 1] = hashes[2 * entry + 1];
            blockPositions[i] = positions[entry];
            blockSources[i] = sourceOf[entry];
            blockRows[i] = rows[entry];
        }
        return new IdBlock(kind, file, List.copyOf(sources), blockHashes, blockPositions, blockSources, blockRows);
    }
}
