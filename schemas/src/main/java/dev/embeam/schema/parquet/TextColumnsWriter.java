package dev.embeam.schema.parquet;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/** Collects ids and kept fields of one row group and writes them through Parquet's own column writers. */
final class TextColumnsWriter {
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore store;
    private final List<ColumnWriter> writers = new ArrayList<>();
    private final Utf8Encoder encoder;

    TextColumnsWriter(EmbeddingLayout layout, BytesInputCompressor compressor, Utf8Encoder encoder) {
        this.encoder = encoder;
        ParquetProperties properties = properties();
        pages = new ColumnChunkPageWriteStore(
                compressor,
                layout.textSchema(),
                HeapByteBufferAllocator.getInstance(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        store = properties.newColumnWriteStore(layout.textSchema(), pages);
        for (ColumnDescriptor column : layout.textSchema().getColumns()) {
            writers.add(store.getColumnWriter(column));
        }
    }

    /** Page version 2; ids are all different, so a dictionary of them is wasted work. */
    static ParquetProperties properties() {
        return ParquetProperties.builder()
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withDictionaryEncoding(EmbeddingLayout.ID, false)
                .build();
    }

    /** Appends the texts of {@code count} documents. */
    void append(DocumentKeys keys, int from, int count) {
        for (int i = from; i < from + count; i++) {
            write(keys.ids(), i, writers.get(0), 0);
            for (int field = 0; field < keys.kept().size(); field++) {
                write(keys.kept().get(field), i, writers.get(field + 1), 1);
            }
            store.endRecord();
        }
    }

    private void write(TextColumn column, int i, ColumnWriter writer, int definedLevel) {
        if (definedLevel > 0 && column.isAbsent(i)) {
            writer.writeNull(0, 0);
            return;
        }
        int length = encoder.encode(column.chars(), column.offsets()[i], column.offsets()[i + 1]);
        writer.write(Binary.fromReusedByteArray(encoder.bytes(), 0, length), 0, definedLevel);
    }

    /** Bytes held in memory. */
    long size() {
        return store.getBufferedSize();
    }

    /** Writes the columns of the row group that {@code file} is in. The writer is used up. */
    void writeTo(ParquetFileWriter file) throws IOException {
        store.flush();
        store.close();
        pages.flushToFileWriter(file);
        pages.close();
    }
}
