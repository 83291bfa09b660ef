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

/** Reads the vector column as {@link VectorColumnWriter} writes it, in bulk; any other form of the column is refused. */
final class VectorColumnReader {
    private final EmbeddingLayout layout;
    private final String file;

    VectorColumnReader(EmbeddingLayout layout, String file) {
        this.layout = layout;
        this.file = file;
    }

    /** The encoded vectors of {@code rows} documents. */
    byte[] read(PageReader pages, int rows) throws IOException {
        boolean dictionary = VectorColumnWriter.usesDictionary(layout.precision());
        checkDictionary(pages.readDictionaryPage(), dictionary);
        byte[] out = new byte[Math.multiplyExact(rows, layout.rowBytes())];
        int done = 0;
        while (done < rows) {
            DataPageV2 page = page(pages.readPage());
            int pageRows = page.getRowCount();
            check(
                    pageRows > 0 && pageRows <= rows - done,
                    "a page of " + pageRows + " rows",
                    "what the row group has left");
            checkLevels(page, pageRows);
            copy(page, dictionary, out, done * layout.rowBytes(), pageRows * layout.rowBytes());
            done += pageRows;
        }
        return out;
    }

    private DataPageV2 page(@Nullable DataPage page) {
        if (page instanceof DataPageV2 second) {
            return second;
        }
        throw corrupt(page == null ? "no more pages" : "a page of version 1", "a page of version 2");
    }

    private void checkLevels(DataPageV2 page, int rows) throws IOException {
        byte[] levels = VectorLevels.repetition(rows, layout.elements());
        check(
                page.getValueCount() == rows * layout.elements()
                        && Arrays.equals(levels, page.getRepetitionLevels().toByteArray()),
                "a page with vectors of another length",
                "vectors of " + layout.elements() + " elements");
    }

    private void copy(DataPageV2 page, boolean dictionary, byte[] out, int to, int length) throws IOException {
        ByteBuffer bytes = page.getData().toByteBuffer();
        Encoding expected = dictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
        check(page.getDataEncoding() == expected, "the encoding " + page.getDataEncoding(), expected.name());
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
        bytes.get(out, to, length);
    }

    private void checkDictionary(@Nullable DictionaryPage page, boolean expected) throws IOException {
        check((page != null) == expected, page == null ? "no dictionary" : "a dictionary", expected ? "one" : "none");
        if (page != null) {
            BytesInput ours =
                    ByteDictionary.page(layout.precision() == Precision.INT8).getBytes();
            check(
                    Arrays.equals(page.getBytes().toByteArray(), ours.toByteArray()),
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
