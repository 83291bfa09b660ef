package dev.embeam.schema;

import java.util.List;

/**
 * Ids of one partition and one file, packed: entry {@code i} is the document in row {@code rows[i]} of the file. The arrays
 * belong to the record; equality is identity, as blocks are not compared.
 *
 * @param file temporary path of the written file
 * @param sources input files that {@code sourceOf} points into
 * @param hashes two for each entry: 128 bits of the SHA-256 of the id
 * @param positions where each document stands in its input file
 * @param sourceOf each document's input file
 * @param rows each document's row in the written file
 */
public record IdBlock(String file, List<String> sources, long[] hashes, long[] positions, int[] sourceOf, int[] rows) {
    /** Number of entries. */
    public int size() {
        return rows.length;
    }

    /** Input file of entry {@code i}. */
    public String source(int i) {
        return sources.get(sourceOf[i]);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "IdBlock[" + size() + " ids of " + file + "]";
    }
}
