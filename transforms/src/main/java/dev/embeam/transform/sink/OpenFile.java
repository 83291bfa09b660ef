package dev.embeam.transform.sink;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file of documents that is being written under a temporary name. Closing it unfinished gives it up.
 *
 * @param <T> a batch
 */
interface OpenFile<T> extends Closeable {
    /** Its temporary path. */
    String path();

    /** Appends the documents of a batch, of which there is at least one. */
    void append(T batch) throws IOException;

    /** About the size of the file if it ended here. */
    long size();

    /** Finishes the file. */
    WrittenFile finish() throws IOException;
}
