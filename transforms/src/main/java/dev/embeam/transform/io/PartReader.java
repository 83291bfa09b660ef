package dev.embeam.transform.io;

import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.RowGroupReader;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads the live rows of one row group, decoded, in batches. */
final class PartReader {
    private PartReader() {}

    /** Gives batches of at most {@code chunk} rows, none of them empty. */
    static void read(EmbeddingPart part, int chunk, Consumer<EmbeddingBatch> out) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new BeamFiles().open(part.file()), part.file())) {
            RowGroupReader group = reader.open(part.rowGroup());
            int rows = group.keys().size();
            int dim = reader.layout().dim();
            LiveRows live = new LiveRows(group.keys(), part.deleted(), dim);
            VectorCodec codec = VectorCodec.of(reader.layout().precision(), dim, reader.calibration());
            byte[] encoded = new byte[codec.bytes(Math.min(chunk, rows))];
            for (int from = 0; from < rows; from += chunk) {
                int count = Math.min(chunk, rows - from);
                group.read(count, encoded);
                float[] vectors = new float[count * dim];
                codec.decode(encoded, count, vectors);
                EmbeddingBatch batch = live.of(from, vectors);
                if (batch.size() > 0) {
                    out.accept(batch);
                }
            }
        }
    }
}
