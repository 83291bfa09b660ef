package dev.embeam.schema;

import java.util.Arrays;
import java.util.List;

/**
 * Who the documents of a batch are and where they came from; it goes with them unchanged from the reader to the writer.
 *
 * @param file path of the input file that all documents of the batch come from
 * @param positions where each document's record starts in that file: the byte offset in the decompressed file, or the row
 *     number in a Parquet file, counted from 0. Positions order the records of one file
 * @param ids the documents' ids, never absent
 * @param kept one column for every field that is carried through, in the order of the settings; values may be absent
 * @param failures records met beside these documents that are none; they go with the batch so that reading, encoding and
 *     writing stay one chain, which a second output of the reader would break in two
 * @param seen documents met before these that a table holds already, for the same reason
 */
public record DocumentKeys(
        String file,
        long[] positions,
        TextColumn ids,
        List<TextColumn> kept,
        List<FailedRecord> failures,
        List<IdBlock> seen) {
    /** Checks that all columns have one entry a document. */
    public DocumentKeys {
        kept = List.copyOf(kept);
        failures = List.copyOf(failures);
        seen = List.copyOf(seen);
        if (positions.length != ids.size()) {
            throw new IllegalArgumentException(
                    "there are " + ids.size() + " ids, but " + positions.length + " positions");
        }
        for (TextColumn column : kept) {
            if (column.size() != ids.size()) {
                throw new IllegalArgumentException(
                        "there are " + ids.size() + " ids, but " + column.size() + " values of a kept field");
            }
        }
    }

    /** Keys of documents beside which nothing failed. */
    public DocumentKeys(String file, long[] positions, TextColumn ids, List<TextColumn> kept) {
        this(file, positions, ids, kept, List.of());
    }

    /** Keys of documents beside which some records failed. */
    public DocumentKeys(
            String file, long[] positions, TextColumn ids, List<TextColumn> kept, List<FailedRecord> failures) {
        this(file, positions, ids, kept, failures, List.of());
    }

    /** Keys of documents of which only the ids are known. */
    public static DocumentKeys ofIds(String... ids) {
        long[] positions = new long[ids.length];
        Arrays.setAll(positions, i -> i);
        return new DocumentKeys("", positions, TextColumn.of(ids), List.of());
    }

    /** Number of documents. */
    public int size() {
        return positions.length;
    }

    /** The keys of some of the documents, in this order, with all that was met beside them. */
    public DocumentKeys select(int[] documents) {
        long[] selected = new long[documents.length];
        Arrays.setAll(selected, i -> positions[documents[i]]);
        List<TextColumn> fields =
                kept.stream().map(column -> column.select(documents)).toList();
        return new DocumentKeys(file, selected, ids.select(documents), fields, failures, seen);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKeys that
                && file.equals(that.file)
                && Arrays.equals(positions, that.positions)
                && ids.equals(that.ids)
                && kept.equals(that.kept)
                && failures.equals(that.failures)
                && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + ids.hashCode();
    }

    @Override
    public String toString() {
        return "DocumentKeys[" + size() + " documents of " + file + "]";
    }
}
