package dev.embeam.transform.io;

import dev.embeam.schema.VariantBatch;
import dev.embeam.schema.coder.VariantBatchCoder;
import dev.embeam.search.SearchPlan;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads stored vectors as float32, as {@link dev.embeam.precision.VectorCodec} decodes them.
 *
 * <p>Output: batches of variant 0 of at most {@code documentChunk} rows, with the Parquet file and row numbers in their keys
 * and no time of encoding. Row groups are spread over the workers; each is read whole and given in batches, so a worker
 * holds one row group and one batch. Damaged files end the job with a {@link dev.embeam.schema.CorruptDataException}.
 *
 * <pre>{@code
 * StoredEmbeddings stored = StoredEmbeddings.match("vectors");
 * PCollection<VariantBatch> documents = pipeline.apply("Read vectors", ReadEmbeddings.of(stored));
 * }</pre>
 */
public final class ReadEmbeddings extends PTransform<PBegin, PCollection<VariantBatch>> {
    /** Rows of a batch: as many as are searched together, while they are still in a cache. */
    public static final int DEFAULT_DOCUMENT_CHUNK = SearchPlan.DEFAULT_DOCUMENT_CHUNK;

    private static final long serialVersionUID = 1L;

    private final StoredEmbeddings stored;
    private final int documentChunk;

    private ReadEmbeddings(StoredEmbeddings stored, int documentChunk) {
        this.stored = stored;
        this.documentChunk = documentChunk;
    }

    /** Reads these files. */
    public static ReadEmbeddings of(StoredEmbeddings stored) {
        return new ReadEmbeddings(stored, DEFAULT_DOCUMENT_CHUNK);
    }

    /** With batches of at most this many documents. */
    public ReadEmbeddings withDocumentChunk(int newDocumentChunk) {
        if (newDocumentChunk < 1) {
            throw new IllegalArgumentException("documentChunk is " + newDocumentChunk + "; expected at least 1");
        }
        return new ReadEmbeddings(stored, newDocumentChunk);
    }

    @Override
    public PCollection<VariantBatch> expand(PBegin input) {
        return input.apply("Row groups", Create.of(stored.parts()).withCoder(SerializableCoder.of(EmbeddingPart.class)))
                .apply("Spread over workers", Reshuffle.viaRandomKey())
                .apply("Read row groups", ParDo.of(new ReadRowGroupFn(documentChunk)))
                .setCoder(VariantBatchCoder.of());
    }
}
