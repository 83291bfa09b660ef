package dev.embeam.transform.snapshot;

import dev.embeam.snapshot.SnapshotFile;
import java.io.Serializable;

/**
 * A row group of a table's file.
 *
 * @param file that holds it
 * @param rowGroup its number, from 0
 * @param firstRow number of its first row in the file
 */
record TablePart(SnapshotFile file, int rowGroup, int firstRow) implements Serializable {
    private static final long serialVersionUID = 1L;
}
