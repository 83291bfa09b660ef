package dev.embeam.transform.io;

import dev.embeam.progress.Progress;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * What a pipeline counts while it reads, for showing only. Flink publishes counters of a reader after every batch, those of
 * other steps only at their end.
 */
final class ReadCounters {
    private static final String NAMESPACE = "embeam";

    private final Counter documents = Metrics.counter(NAMESPACE, Progress.DOCUMENTS_READ);
    private final Counter bytes = Metrics.counter(NAMESPACE, Progress.BYTES_READ);

    void addDocuments(long more) {
        documents.inc(more);
    }

    void addBytes(long more) {
        bytes.inc(more);
    }
}
