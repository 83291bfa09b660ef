package dev.embeam.progress;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Live counts of one run in this JVM, for showing only: a retried bundle counts twice, and workers of a cluster count in
 * JVMs of their own. What a run reports at its end comes from the records that flow, never from here.
 *
 * <p>Runners publish Beam's counters of a batch only when a step ends, which is why a live line needs counters of its own.
 * Thread-safe.
 */
public final class Progress {
    /** Name of the counter of documents read, by which a cluster tells of its workers. */
    public static final String DOCUMENTS_READ = "documentsRead";
    /** Name of the counter of input bytes read, as stored. */
    public static final String BYTES_READ = "bytesRead";

    private static final ConcurrentMap<String, Progress> RUNS = new ConcurrentHashMap<>();

    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder documentsRead = new LongAdder();
    private final LongAdder documentsWritten = new LongAdder();

    private Progress() {}

    /** The counts of a run, made at the first call. */
    public static Progress of(String runId) {
        return RUNS.computeIfAbsent(runId, id -> new Progress());
    }

    /** Forgets a run that has ended. */
    public static void forget(String runId) {
        RUNS.remove(runId);
    }

    /** Counts bytes of input files, as stored (compressed). */
    public void addBytesRead(long bytes) {
        bytesRead.add(bytes);
    }

    /** Counts documents that left the reader. */
    public void addDocumentsRead(long documents) {
        documentsRead.add(documents);
    }

    /** Counts documents whose vectors have been handed to a file. */
    public void addDocumentsWritten(long documents) {
        documentsWritten.add(documents);
    }

    /** Bytes of input files so far. */
    public long bytesRead() {
        return bytesRead.sum();
    }

    /** Documents read so far. */
    public long documentsRead() {
        return documentsRead.sum();
    }

    /** Documents written so far. */
    public long documentsWritten() {
        return documentsWritten.sum();
    }
}
