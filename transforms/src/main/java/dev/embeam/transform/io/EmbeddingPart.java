package dev.embeam.transform.io;

import java.io.Serializable;

/**
 * A row group of a file of vectors: what one worker reads at a time.
 *
 * @param file path of the file
 * @param rowGroup its number in the file, from 0
 * @param rows documents in it
 */
public record EmbeddingPart(String file, int rowGroup, long rows) implements Serializable {
    private static final long serialVersionUID = 1L;
}
