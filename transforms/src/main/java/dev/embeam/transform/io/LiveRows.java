package dev.embeam.transform.io;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the rows of a row group that are not deleted, piece by piece.
 *
 * @param keys of the row group
 * @param deleted its rows that are passed over
 * @param dim columns of a vector
 */
record LiveRows(DocumentKeys keys, BitSet deleted, int dim) {
    /**
     * The live rows of a piece, without kept fields and time of encoding.
     *
     * @param from its first row in the row group
     * @param vectors of all its rows; taken over where all of them are live
     */
    EmbeddingBatch of(int from, float[] vectors) {
        int[] rows = IntStream.range(from, from + vectors.length / dim)
                .filter(row -> !deleted.get(row))
                .toArray();
        EncodingCounts counts = new EncodingCounts(rows.length, 0, 0, 0, 0);
        return new EmbeddingBatch(keys(rows), dim, vectors(rows, from, vectors), counts);
    }

    private DocumentKeys keys(int[] rows) {
        TextColumn all = keys.ids();
        TextColumnBuilder ids = new TextColumnBuilder();
        long[] positions = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int start = all.offsets()[rows[i]];
            ids.append(all.chars(), start, all.offsets()[rows[i] + 1] - start);
            positions[i] = keys.positions()[rows[i]];
        }
        return new DocumentKeys(keys.file(), positions, ids.build(), List.of());
    }

    private float[] vectors(int[] rows, int from, float[] all) {
        if (rows.length * dim == all.length) {
            return all;
        }
        float[] live = new float[rows.length * dim];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, (rows[i] - from) * dim, live, i * dim, dim);
        }
        return live;
    }
}
