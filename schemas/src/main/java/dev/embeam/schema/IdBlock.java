package dev.embeam.schema;

import java.util.List;

/**
 * Ids of one partition and one file, packed: entry {@code i} is the document in row {@code rows[i]} of the file. The arrays
 * belong to the record; equality is identity, as blocks are not compared.
 *
 * @param kind where the documents are
 * @param file path of the file of vectors that holds them, a temporary one for written documents; empty for seen ones
 * @param sources input files that {@code sourceOf} points into; an empty name for stored documents
 * @param hashes two for each entry: 128 bits of the SHA-256 of the id
 * @param positions where each document stands in its input file; 0 for stored documents
 * @param sourceOf each document's input file
 * @param rows each document's row in the file of vectors; 0 for seen documents
 */
public record IdBlock(
        Kind kind, String file, List<String> sources, long[] hashes, long[] positions, int[] sourceOf, int[] rows) {
    /** Where the documents of a block are. */
    public enum Kind {
        /** In a file that this run writes. */
        WRITTEN,
        /** In the collection, with a content that the table has already: they are not written. */
        SEEN,
        /** In the snapshot of a table that the run compares with. */
        STORED
    }

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
