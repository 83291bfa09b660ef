package dev.embeam.transform.sink;

import dev.embeam.precision.VectorCodec;
import dev.embeam.precision.VectorSummary;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EncodedRows;
import java.io.IOException;
import java.util.Optional;

/** Reads the files of a finished output back, held against what its manifest says of them. */
public final class StoredVectors {
    private StoredVectors() {}

    /**
     * Reads all vectors of a file.
     *
     * @throws CorruptDataException if the file is damaged, or is not the one the manifest speaks of
     */
    public static VectorSummary summarize(OutputFolder folder, StoredFile stored) throws IOException {
        String path = folder.file(stored.path()).toString();
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(path), path)) {
            if (reader.rows() != stored.rows()) {
                throw new CorruptDataException(
                        path, "", reader.rows() + " rows", stored.rows() + ", as manifest.json says; encode again");
            }
            int dim = reader.layout().dim();
            VectorCodec codec = VectorCodec.of(reader.layout().precision(), dim, reader.calibration());
            VectorSummary summary = VectorSummary.none();
            float[] vectors = new float[0];
            for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                int rows = next.get().size();
                vectors = vectors.length < rows * dim ? new float[rows * dim] : vectors;
                codec.decode(next.get().rows(), rows, vectors);
                summary = summary.plus(VectorSummary.of(vectors, rows, dim));
            }
            return summary;
        }
    }
}
