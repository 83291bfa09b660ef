package dev.embeam.schema.parquet;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;

/**
 * One row group of a file of vectors: its keys at once, its vectors in pieces that fit in a cache. Good until its file's
 * reader reads on or is closed. Not thread-safe.
 */
public final class RowGroupReader {
    private final EmbeddingLayout layout;
    private final String file;
    private final DocumentKeys keys;
    private final VectorColumnReader vectors;
    private int rowsLeft;

    /**
     * @param group holds the pages of ids and kept fields
     * @param pages of the vectors
     */
    RowGroupReader(EmbeddingLayout layout, String file, PageReadStore group, PageReader pages, long firstRow)
            throws IOException {
        this.layout = layout;
        this.file = file;
        rowsLeft = Math.toIntExact(group.getRowCount());
        List<TextColumn> texts = new TextColumnsReader(layout.textSchema()).read(group, rowsLeft);
        long[] positions = new long[rowsLeft];
        for (int i = 0; i < rowsLeft; i++) {
            positions[i] = firstRow + i;
        }
        keys = new DocumentKeys(file, positions, texts.get(0), texts.subList(1, texts.size()));
        vectors = new VectorColumnReader(layout, file, pages, rowsLeft);
    }

    /** Ids and kept fields of all rows; {@code file} is the Parquet file, positions are row numbers in it from 0. */
    public DocumentKeys keys() {
        return keys;
    }

    /**
     * Copies the stored vectors of the next {@code rows} documents.
     *
     * @param rows at most what is left of {@code keys().size()}
     * @param out {@code rows * layout.rowBytes()} bytes at least
     * @throws CorruptDataException when the column is damaged
     */
    public void read(int rows, byte[] out) throws IOException {
        if (rows > rowsLeft) {
            throw new IllegalArgumentException(rows + " rows were asked for; there are " + rowsLeft + " left");
        }
        try {
            vectors.read(rows, out);
        } catch (CorruptDataException corrupt) {
            throw corrupt;
        } catch (RuntimeException | IOException broken) {
            throw EmbeddingFileReader.corrupt(file, broken);
        }
        rowsLeft -= rows;
    }

    /** All rows that are left. */
    EncodedRows rest() throws IOException {
        byte[] rows = new byte[Math.multiplyExact(rowsLeft, layout.rowBytes())];
        read(rowsLeft, rows);
        return new EncodedRows(keys, rows);
    }
}
