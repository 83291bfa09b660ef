package dev.embeam.transform.snapshot;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.coder.DocumentBatchCoder;
import dev.embeam.snapshot.TableState;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Keeps the documents whose content a snapshot does not hold, with the hash of their content as one more kept field, {@link
 * dev.embeam.identity.ChangeFilter#CONTENT_HASH}. The ids of the others go with them, packed, in
 * {@link dev.embeam.schema.DocumentKeys#seen}; so do failures. Batches may become empty.
 *
 * <p>Every JVM holds the hashes of the snapshot once, 20 bytes a document; of the table's files only their column is read. A
 * damaged file ends the job with a {@link dev.embeam.schema.CorruptDataException}.
 */
public final class FindChanged extends PTransform<PCollection<DocumentBatch>, PCollection<DocumentBatch>> {
    private static final long serialVersionUID = 1L;
    private final TableState state;

    private FindChanged(TableState state) {
        this.state = state;
    }

    /** Compares with this snapshot; without files every document is kept. */
    public static FindChanged since(TableState state) {
        return new FindChanged(state);
    }

    @Override
    public PCollection<DocumentBatch> expand(PCollection<DocumentBatch> documents) {
        return documents
                .apply("Compare contents", ParDo.of(new FindChangedFn(state)))
                .setCoder(DocumentBatchCoder.of());
    }
}
