package dev.embeam.pipeline.launch;

import dev.embeam.progress.Progress;

/**
 * How far a job has come.
 *
 * @param documents that are done
 * @param bytesRead of the input, as stored
 */
record Advance(long documents, long bytesRead) {
    static final Advance NONE = new Advance(0, 0);

    /** Of a job in this JVM. Not every job writes documents; the others have done with them when they are read. */
    static Advance of(Progress progress) {
        long written = progress.documentsWritten();
        return new Advance(written == 0 ? progress.documentsRead() : written, progress.bytesRead());
    }
}
