package dev.embeam.schema.parquet;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the vector column of a row group as {@link VectorColumnWriter} writes it, from page to page in bulk; any other form
 * of the column is refused. Not thread-safe.
 */
final class VectorColumnReader {
    private final EmbeddingLayout layout;
    private final String file;
    private final PageReader pages;
    private final boolean dictionary;
    private int rowsBehindPage;
    private int rowsOfPage;
    private ByteBuffer page = ByteBuffer.allocate(0);
    /** The levels of the last page and its rows: nearly all pages have the same. */
    private byte[] levels = new byte[0];

    private int levelsRows = -1;

    /** Reads the {@code rows} documents of a row group. */
    VectorColumnReader(EmbeddingLayout layout, String file, PageReader pages, int rows) throws IOException {
        this.layout = layout;
        this.file = file;
        this.pages = pages;
        rowsBehindPage = rows;
        dictionary = VectorColumnWriter.usesDictionary(layout.precision());
        checkDictionary(pages.readDictionaryPage());
    }

    /** Copies the encoded vectors of the next {@code rows} documents; there are so many left. */
    void read(int rows, byte[] out) throws IOException {
        for (int done = 0; done < rows; ) {
            if (rowsOfPage == 0) {
                open(page(pages.readPage()));
            }
            int taken = Math.min(rows - done, rowsOfPage);
            page.get(out, done * layout.rowBytes(), taken * layout.rowBytes());
            rowsOfPage -= taken;
            done += taken;
        }
    }

    private DataPageV2 page(@Nullable DataPage next) {
        if (next instanceof DataPageV2 second) {
            return second;
        }
        throw corrupt(next == null ? "no more pages" : "a page of version 1", "a page of version 2");
    }

    private void open(DataPageV2 next) throws IOException {
        int rows = next.getRowCount();
        check(rows > 0 && rows <= rowsBehindPage, "a page of " + rows + " rows", "what the row group has left");
        checkLevels(next, rows);
        page = values(next, Math.multiplyExact(rows, layout.rowBytes()));
        rowsOfPage = rows;
        rowsBehindPage -= rows;
    }

    private void checkLevels(DataPageV2 next, int rows) throws IOException {
        if (levelsRows != rows) {
            levels = VectorLevels.repetition(rows, layout.elements());
            levelsRows = rows;
        }
        check(
                next.getValueCount() == rows * layout.elements()
                        && ByteBuffer.wrap(levels)
                                .equals(next.getRepetitionLevels().toByteBuffer()),
                "a page with vectors of another length",
                "vectors of " + layout.elements() + " elements");
    }

    private ByteBuffer values(DataPageV2 next, int length) throws IOException {
        ByteBuffer bytes = next.getData().toByteBuffer();
        Encoding expected = dictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
        check(next.getDataEncoding() == expected, "the encoding " + next.getDataEncoding(), expected.name());
        int stored = length;
        if (dictionary) {
            byte[] header = ByteDictionary.header(length);
            byte[] actual = new byte[header.length];
            check(bytes.remaining() >= header.length, "a page of " + bytes.remaining() + " bytes", "a header");
            bytes.get(actual);
            check(Arrays.equals(header, actual), "indices in another form", "one run of eight bits each");
            stored = ByteDictionary.padded(length);
        }
        check(bytes.remaining() == stored, "a page with " + bytes.remaining() + " bytes", stored + " bytes");
        return bytes;
    }

    private void checkDictionary(@Nullable DictionaryPage found) throws IOException {
        check(
                (found != null) == dictionary,
                found == null ? "no dictionary" : "a dictionary",
                dictionary ? "one" : "none");
        if (found != null) {
            BytesInput ours =
                    ByteDictionary.page(layout.precision() == Precision.INT8).getBytes();
            check(
                    Arrays.equals(found.getBytes().toByteArray(), ours.toByteArray()),
                    "another dictionary",
                    "the 256 values of a byte");
        }
    }

    private void check(boolean holds, String actual, String expected) {
        if (!holds) {
            throw corrupt(actual, expected);
        }
    }

    private CorruptDataException corrupt(String actual, String expected) {
        return new CorruptDataException(file, "column embedding", actual, expected + ", as Embeam writes it");
    }
}
