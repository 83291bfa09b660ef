package dev.embeam.transform.sink;

import dev.embeam.schema.EmbeddingBatch;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.util.SerializableSupplier;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes vectors to Parquet files and publishes them with a manifest, whole or not at all.
 *
 * <p>Input: vectors, with the records that failed beside their documents. Output: the output folder, once it is published.
 *
 * <p>Batches go into temporary files where they are; vectors never cross a shuffle. Hashes of ids do, 32 bytes a document in
 * large elements, to find ids that occur more than once: the document that stands first (by input file and position)
 * stays, every other becomes a failed record, and only the files that hold such rows are written again. When more records
 * failed than the settings allow, the job fails with a {@link FailureLimitException} that names the first.
 *
 * <p>With int8 and no calibration given, files are first written in float32 with the ranges of their columns, and written
 * again when the ranges of the whole collection are known. The outcome does not depend on how the collection was split;
 * until the run ends it takes the disk space of the float32 vectors.
 *
 * <p>{@code data/part-*.parquet} never holds a file that is not whole, and {@code manifest.json} is written last. A run that
 * crashed leaves no manifest, and its left-overs are cleared by the next run over the same folder.
 */
public final class WriteEmbeddings extends PTransform<PCollection<EmbeddingBatch>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    private final EmbeddingFiles files;

    private WriteEmbeddings(EmbeddingFiles files) {
        this.files = files;
    }

    /**
     * Writes with these settings.
     *
     * @param kernel says which arithmetic runs; asked on the workers, and noted in the manifest
     */
    public static WriteEmbeddings of(WriteSettings settings, SerializableSupplier<String> kernel) {
        return new WriteEmbeddings(new EmbeddingFiles(settings, kernel));
    }

    @Override
    public PCollection<String> expand(PCollection<EmbeddingBatch> embeddings) {
        return embeddings.apply("Write", new WriteDocuments<>(files, List.of()));
    }
}
