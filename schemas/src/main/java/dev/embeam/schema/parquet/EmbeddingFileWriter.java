package dev.embeam.schema.parquet;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes one Parquet file of vectors to a channel, row group by row group, holding one row group in memory. Vectors go
 * from the caller's array into pages in bulk; nothing is boxed.
 *
 * <p>The file is whole only after {@link #finish}; {@link #close} without it gives the file up and closes the channel. Not
 * thread-safe.
 */
public final class EmbeddingFileWriter implements Closeable {
    private final EmbeddingFormat format;
    private final ChannelOutput output;
    private final ParquetFileWriter file;
    private final CodecFactory codecs;
    private final Utf8Encoder encoder = new Utf8Encoder();
    private final VectorColumnWriter vectors;
    private TextColumnsWriter texts;
    private long groupRows;
    private long rows;

    private EmbeddingFileWriter(EmbeddingFormat format, WritableByteChannel channel) throws IOException {
        this.format = format;
        output = new ChannelOutput(channel);
        ParquetProperties properties = TextColumnsWriter.properties();
        file = new ParquetFileWriter(
                output,
                format.layout().schema(),
                ParquetFileWriter.Mode.CREATE,
                format.rowGroupBytes(),
                0,
                properties.getColumnIndexTruncateLength(),
                properties.getStatisticsTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        codecs = new CodecFactory(new PlainParquetConfiguration(), properties.getPageSizeThreshold());
        vectors = new VectorColumnWriter(
                format.layout(), codecs.getCompressor(format.compression().codec()));
        texts = newTexts();
        file.start();
    }

    /** Starts a file. The channel belongs to the writer from now on. */
    public static EmbeddingFileWriter open(WritableByteChannel channel, EmbeddingFormat format) throws IOException {
        return new EmbeddingFileWriter(format, channel);
    }

    /**
     * Appends documents with float32 vectors, bit by bit.
     *
     * @param vectors {@code float[keys.size() * dim]}, row-major
     */
    public void append(DocumentKeys keys, float[] vectors) throws IOException {
        EmbeddingLayout layout = format.layout();
        if (layout.precision() != Precision.FLOAT32) {
            throw new IllegalArgumentException(
                    "the file holds " + layout.precision().label() + " vectors; float vectors must be encoded first");
        }
        check(keys, vectors.length, Math.multiplyExact(keys.size(), layout.dim()));
        append(keys, (from, count) -> this.vectors.append(vectors, from, count));
    }

    /**
     * Appends documents with encoded vectors.
     *
     * @param encoded {@code byte[keys.size() * layout.rowBytes()]} at least; what follows is ignored
     */
    public void append(DocumentKeys keys, byte[] encoded) throws IOException {
        int expected = Math.multiplyExact(keys.size(), format.layout().rowBytes());
        check(keys, Math.min(encoded.length, expected), expected);
        append(keys, (from, count) -> vectors.append(encoded, from, count));
    }

    private void check(DocumentKeys keys, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("vectors of " + keys.size() + " documents have " + actual
                    + " elements or bytes; expected " + expected);
        }
        if (keys.kept().size() != format.layout().keptFields().size()) {
            throw new IllegalArgumentException("documents have " + keys.kept().size() + " kept fields; expected "
                    + format.layout().keptFields());
        }
    }

    private void append(DocumentKeys keys, RowSource source) throws IOException {
        for (int from = 0; from < keys.size(); ) {
            int count = Math.min(keys.size() - from, vectors.room());
            source.append(from, count);
            texts.append(keys, from, count);
            from += count;
            rows += count;
            groupRows += count;
            if (vectors.size() + texts.size() >= format.rowGroupBytes()) {
                endGroup();
            }
        }
    }

    private TextColumnsWriter newTexts() {
        return new TextColumnsWriter(format.layout(), codecs.getCompressor(CompressionCodecName.ZSTD), encoder);
    }

    private void endGroup() throws IOException {
        if (groupRows > 0) {
            file.startBlock(groupRows);
            texts.writeTo(file);
            vectors.writeTo(file);
            file.endBlock();
            texts = newTexts();
            groupRows = 0;
        }
    }

    /** Documents so far. */
    public long rows() {
        return rows;
    }

    /** Bytes so far, those in memory included: about the size of the file if it ended here. */
    public long size() {
        return output.getPos() + vectors.size() + texts.size();
    }

    /** Writes what is left and the footer, closes the channel, and gives the SHA-256 of the file in lower-case hexadecimal. */
    public String finish() throws IOException {
        endGroup();
        file.end(format.footer());
        file.close();
        codecs.release();
        return output.sha256();
    }

    /** Bytes of the finished file. */
    public long bytes() {
        return output.getPos();
    }

    @Override
    public void close() throws IOException {
        codecs.release();
        output.close();
    }

    /** Moves rows of the caller's array into the page. */
    @FunctionalInterface
    private interface RowSource {
        void append(int from, int count) throws IOException;
    }
}
