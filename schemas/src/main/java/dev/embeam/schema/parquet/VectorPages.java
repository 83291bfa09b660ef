package dev.embeam.schema.parquet;

import dev.embeam.schema.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;

/**
 * Collects encoded vectors and hands them to Parquet a page at a time, with levels that are the same for every full page.
 * No number is looked at on its own, which is what makes writing as fast as copying.
 */
final class VectorPages {
    /** Parquet's own measure of a page. */
    private static final int PAGE_BYTES = 1 << 20;
    /** And its own limit of rows, which keeps the text columns of a page small. */
    private static final int PAGE_ROWS = 20_000;

    private final EmbeddingLayout layout;
    private final int pageRows;
    private final byte[] page;
    private final ByteBuffer bytes;
    private final byte[] fullPageLevels;
    private int rows;

    VectorPages(EmbeddingLayout layout) {
        this.layout = layout;
        pageRows = rowsOfPage(layout);
        // Up to seven bytes behind the last row fill a group of eight; see ByteDictionary.
        page = new byte[Math.addExact(Math.multiplyExact(pageRows, layout.rowBytes()), 7)];
        bytes = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        fullPageLevels = VectorLevels.repetition(pageRows, layout.elements());
    }

    private static int rowsOfPage(EmbeddingLayout layout) {
        return Math.max(1, Math.min(PAGE_ROWS, PAGE_BYTES / layout.rowBytes()));
    }

    /** How many more rows the page takes. */
    int room() {
        return pageRows - rows;
    }

    /** Appends encoded rows, at most {@link #room()}. */
    void append(byte[] encoded, int fromRow, int count) {
        int rowBytes = layout.rowBytes();
        System.arraycopy(encoded, fromRow * rowBytes, page, rows * rowBytes, count * rowBytes);
        rows += count;
    }

    /** Appends rows of float32, at most {@link #room()}. */
    void append(float[] vectors, int fromRow, int count) {
        int dim = layout.dim();
        bytes.position(rows * layout.rowBytes());
        bytes.asFloatBuffer().put(vectors, fromRow * dim, count * dim);
        rows += count;
    }

    /** Gives the page to {@code out} and starts the next one. Does nothing when there are no rows. */
    void flush(PageWriter out) throws IOException {
        if (rows == 0) {
            return;
        }
        int values = rows * layout.elements();
        byte[] levels = rows == pageRows ? fullPageLevels : VectorLevels.repetition(rows, layout.elements());
        out.writePageV2(
                rows,
                0,
                values,
                BytesInput.from(levels),
                BytesInput.from(VectorLevels.definition(values)),
                usesDictionary(layout.precision()) ? Encoding.RLE_DICTIONARY : Encoding.PLAIN,
                usesDictionary(layout.precision())
                        ? indices(values)
                        : BytesInput.from(page, 0, rows * layout.rowBytes()),
                null);
        rows = 0;
    }

    private BytesInput indices(int values) {
        int padded = ByteDictionary.padded(values);
        Arrays.fill(page, values, padded, (byte) 0);
        return BytesInput.concat(BytesInput.from(ByteDictionary.header(values)), BytesInput.from(page, 0, padded));
    }

    static boolean usesDictionary(Precision precision) {
        return precision == Precision.INT8 || precision == Precision.BINARY;
    }
}
