package dev.embeam.schema;

import java.util.Arrays;
import java.util.List;

/**
 * Ids of one partition and one file, packed: entry {@code i} is the document in row {@code rows[i]} of the file. The arrays
 * belong to the record.
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
        return other instanceof IdBlock that
                && kind == that.kind
                && file.equals(that.file)
                && sources.equals(that.sources)
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(positions, that.positions)
                && Arrays.equals(sourceOf, that.sourceOf)
                && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "IdBlock[" + size() + " ids of " + file + "]";
    }
}
