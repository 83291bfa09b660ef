package dev.embeam.identity;

/**
 * A document to be dropped, since its id occurs earlier.
 *
 * @param row in the file of vectors that holds its id
 * @param source its input file
 * @param position where it stands there
 * @param firstSource input file of the first document with its id
 * @param firstPosition where that one stands
 */
public record DuplicateRow(int row, String source, long position, String firstSource, long firstPosition)
        implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
}
