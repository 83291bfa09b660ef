package dev.embeam.transform.io;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailedRecord;
import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/** Gives the failures listed in a batch to an output of their own, and counts both. */
final class SeparateFailuresFn extends DoFn<DocumentBatch, DocumentBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter documentsRead = Metrics.counter(ReadDocuments.class, "documents_read");
    private final Counter recordsFailed = Metrics.counter(ReadDocuments.class, "records_failed");
    private final TupleTag<DocumentBatch> documents;
    private final TupleTag<FailedRecord> failures;

    SeparateFailuresFn(TupleTag<DocumentBatch> documents, TupleTag<FailedRecord> failures) {
        this.documents = documents;
        this.failures = failures;
    }

    /** Separates one batch. */
    @ProcessElement
    public void separate(@Element DocumentBatch batch, MultiOutputReceiver out) {
        documentsRead.inc(batch.size());
        recordsFailed.inc(batch.failures().size());
        batch.failures().forEach(out.get(failures)::output);
        if (batch.failures().isEmpty()) {
            out.get(documents).output(batch);
        } else if (batch.size() > 0) {
            out.get(documents).output(new DocumentBatch(batch.keys(), batch.texts(), List.of()));
        }
    }
}
