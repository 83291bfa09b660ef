package dev.embeam.planning;

/**
 * CPU time of one thread for some documents, step by step.
 *
 * @param documents documents
 * @param read nanoseconds for reading them
 * @param tokenize nanoseconds for cutting them into tokens
 * @param encode nanoseconds for their vectors
 * @param write nanoseconds for laying the vectors out as Parquet, without a disk
 */
public record StepTimes(long documents, long read, long tokenize, long encode, long write) {
    static final StepTimes NONE = new StepTimes(0, 0, 0, 0, 0);

    StepTimes plus(StepTimes other) {
        return new StepTimes(
                documents + other.documents,
                read + other.read,
                tokenize + other.tokenize,
                encode + other.encode,
                write + other.write);
    }

    /** Seconds a document, of all steps. */
    public double secondsPerDocument() {
        return (read + tokenize + encode + write) / 1e9 / Math.max(1, documents);
    }

    /** Documents a second, of all steps; 0 of none. */
    public double documentsPerSecond() {
        return documents == 0 ? 0 : 1 / secondsPerDocument();
    }

    /** Seconds a document, for reading alone. */
    double readSecondsPerDocument() {
        return read / 1e9 / Math.max(1, documents);
    }
}
