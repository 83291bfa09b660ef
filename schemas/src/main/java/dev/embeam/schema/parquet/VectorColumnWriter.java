package dev.embeam.schema.parquet;

import dev.embeam.schema.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * Collects the vectors of a row group in pages and writes them as one column, with levels that are the same for every full
 * page. No number is looked at on its own, which is what makes writing as fast as copying; the arrays of pages are used
 * again for the next row group.
 */
final class VectorColumnWriter {
    /** Parquet's own measure of a page. */
    private static final int PAGE_BYTES = 1 << 20;
    /** And its own limit of rows, which keeps the text columns of a page small. */
    private static final int PAGE_ROWS = 20_000;

    private final EmbeddingLayout layout;
    private final ColumnDescriptor column;
    private final BytesInputCompressor compressor;
    private final Encoding encoding;
    private final int pageRows;
    private final byte[] fullPageLevels;
    private final List<Page> pages = new ArrayList<>();
    private final List<byte[]> free = new ArrayList<>();
    private byte[] page;
    private int rows;
    private long totalRows;

    VectorColumnWriter(EmbeddingLayout layout, BytesInputCompressor compressor) {
        this.layout = layout;
        this.compressor = compressor;
        column = layout.vectorSchema().getColumns().get(0);
        encoding = usesDictionary(layout.precision()) ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
        pageRows = Math.max(1, Math.min(PAGE_ROWS, PAGE_BYTES / layout.rowBytes()));
        fullPageLevels = VectorLevels.repetition(pageRows, layout.elements());
        page = newArray();
    }

    static boolean usesDictionary(Precision precision) {
        return precision == Precision.INT8 || precision == Precision.BINARY;
    }

    private byte[] newArray() {
        // Up to seven bytes behind the last row fill a group of eight; see ByteDictionary.
        return free.isEmpty()
                ? new byte[Math.addExact(Math.multiplyExact(pageRows, layout.rowBytes()), 7)]
                : free.remove(free.size() - 1);
    }

    /** How many more rows the page takes; never 0. */
    int room() {
        return pageRows - rows;
    }

    /** Appends encoded rows, at most {@link #room()}. */
    void append(byte[] encoded, int fromRow, int count) throws IOException {
        int rowBytes = layout.rowBytes();
        System.arraycopy(encoded, fromRow * rowBytes, page, rows * rowBytes, count * rowBytes);
        added(count);
    }

    /** Appends rows of float32, at most {@link #room()}. */
    void append(float[] vectors, int fromRow, int count) throws IOException {
        int dim = layout.dim();
        ByteBuffer bytes = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(rows * layout.rowBytes());
        bytes.asFloatBuffer().put(vectors, fromRow * dim, count * dim);
        added(count);
    }

    private void added(int count) throws IOException {
        rows += count;
        totalRows += count;
        if (rows == pageRows) {
            endPage();
        }
    }

    private void endPage() throws IOException {
        BytesInput raw = encoding == Encoding.PLAIN ? BytesInput.from(page, 0, rows * layout.rowBytes()) : indices();
        int size = Math.toIntExact(raw.size());
        if (compressor.getCodecName() == Compression.NONE.codec()) {
            pages.add(new Page(rows, size, raw, page));
            page = newArray();
        } else {
            pages.add(new Page(rows, size, BytesInput.copy(compressor.compress(raw)), new byte[0]));
        }
        rows = 0;
    }

    private BytesInput indices() {
        int values = rows * layout.elements();
        int padded = ByteDictionary.padded(values);
        Arrays.fill(page, values, padded, (byte) 0);
        return BytesInput.concat(BytesInput.from(ByteDictionary.header(values)), BytesInput.from(page, 0, padded));
    }

    /** Bytes of all rows before compression. */
    long size() {
        return totalRows * layout.rowBytes();
    }

    /** Writes the column of the row group that {@code file} is in, and starts the next one. */
    void writeTo(ParquetFileWriter file) throws IOException {
        if (rows > 0) {
            endPage();
        }
        file.startColumn(column, totalRows * layout.elements(), compressor.getCodecName());
        if (encoding == Encoding.RLE_DICTIONARY) {
            file.writeDictionaryPage(compressed(ByteDictionary.page(layout.precision() == Precision.INT8)));
        }
        for (Page full : pages) {
            write(full, file);
        }
        file.endColumn();
        pages.clear();
        totalRows = 0;
    }

    private DictionaryPage compressed(DictionaryPage dictionary) throws IOException {
        int size = Math.toIntExact(dictionary.getBytes().size());
        BytesInput bytes = BytesInput.copy(compressor.compress(dictionary.getBytes()));
        return new DictionaryPage(bytes, size, ByteDictionary.SIZE, dictionary.getEncoding());
    }

    private void write(Page full, ParquetFileWriter file) throws IOException {
        int values = full.rows * layout.elements();
        byte[] levels = full.rows == pageRows ? fullPageLevels : VectorLevels.repetition(full.rows, layout.elements());
        file.writeDataPageV2(
                full.rows,
                0,
                values,
                BytesInput.from(levels),
                BytesInput.from(VectorLevels.definition(values)),
                encoding,
                full.bytes,
                full.size,
                null);
        if (full.array.length > 0) {
            free.add(full.array);
        }
    }

    /**
     * A finished page.
     *
     * @param size of the values before compression
     * @param bytes the values as they are stored
     * @param array what {@code bytes} stands in, to be used again; empty when it stands elsewhere
     */
    private record Page(int rows, int size, BytesInput bytes, byte[] array) {}
}
