package dev.embeam.transform.io;

import dev.embeam.schema.DocumentBatch;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;

/** Counts what is read and passes it on. */
final class CountFn extends DoFn<DocumentBatch, DocumentBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter documentsRead = Metrics.counter(ReadDocuments.class, "documents_read");
    private final Counter recordsFailed = Metrics.counter(ReadDocuments.class, "records_failed");

    /** Counts one batch. */
    @ProcessElement
    public void count(@Element DocumentBatch batch, OutputReceiver<DocumentBatch> out) {
        documentsRead.inc(batch.size());
        recordsFailed.inc(batch.keys().failures().size());
        out.output(batch);
    }
}
