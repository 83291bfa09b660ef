package dev.embeam.transform.io;

import java.io.Serializable;
import java.util.BitSet;

/**
 * A row group of a file of vectors: what one worker reads at a time.
 *
 * @param file path of the file
 * @param rowGroup its number in the file, from 0
 * @param rows in it, deleted ones included
 * @param deleted rows that are passed over, counted from 0 in the row group; belongs to the record
 */
public record EmbeddingPart(String file, int rowGroup, long rows, BitSet deleted) implements Serializable {
    private static final long serialVersionUID = 1L;
}
