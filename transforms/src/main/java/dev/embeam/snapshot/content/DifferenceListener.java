package dev.embeam.snapshot.content;

import java.io.IOException;

/** Is told the ids of the documents by which snapshots differ, in the order of files and rows. */
public interface DifferenceListener {
    /** A document that only the second snapshot holds. */
    void added(String id) throws IOException;

    /** A document that holds something else in the second snapshot. */
    void changed(String id) throws IOException;

    /** A document that only the first snapshot holds. */
    void deleted(String id) throws IOException;
}
