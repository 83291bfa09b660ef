package dev.embeam.schema.parquet;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import java.io.IOException;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * The row group that is being written: its finished pages in memory. Texts and vectors have page stores of their own, since
 * they may be compressed differently.
 */
final class RowGroup {
    /** How much of a page's smallest and largest text goes into the column index; Parquet's own default. */
    private static final int INDEX_TRUNCATE_LENGTH = 64;

    private final EmbeddingLayout layout;
    private final ColumnChunkPageWriteStore textPages;
    private final ColumnChunkPageWriteStore vectorPages;
    private final TextColumns texts;
    private final PageWriter vectors;
    private long vectorBytes;
    private long rows;

    RowGroup(
            EmbeddingLayout layout,
            BytesInputCompressor textCompressor,
            BytesInputCompressor vectorCompressor,
            Utf8Encoder encoder) {
        this.layout = layout;
        textPages = pages(textCompressor, layout.textSchema());
        vectorPages = pages(vectorCompressor, layout.vectorSchema());
        texts = new TextColumns(layout, textPages, encoder);
        vectors = vectorPages.getPageWriter(layout.vectorSchema().getColumns().get(0));
    }

    private static ColumnChunkPageWriteStore pages(BytesInputCompressor compressor, MessageType schema) {
        return new ColumnChunkPageWriteStore(
                compressor, schema, HeapByteBufferAllocator.getInstance(), INDEX_TRUNCATE_LENGTH, true);
    }

    /** Appends the texts of documents whose vectors are on their way. */
    void append(DocumentKeys keys, int from, int count) {
        texts.append(keys, from, count);
        rows += count;
        vectorBytes += (long) count * layout.rowBytes();
    }

    /** Takes over the rows of a page. */
    void add(VectorPages page) throws IOException {
        page.flush(vectors);
    }

    /** Bytes of all rows, before compression. */
    long size() {
        return vectorBytes + texts.size();
    }

    /** Writes the row group, unless it is empty. */
    void writeTo(ParquetFileWriter file) throws IOException {
        texts.flush();
        if (rows == 0) {
            return;
        }
        if (VectorPages.usesDictionary(layout.precision())) {
            vectors.writeDictionaryPage(ByteDictionary.page(layout.precision() == Precision.INT8));
        }
        file.startBlock(rows);
        textPages.flushToFileWriter(file);
        vectorPages.flushToFileWriter(file);
        file.endBlock();
    }

    void close() {
        textPages.close();
        vectorPages.close();
    }
}
