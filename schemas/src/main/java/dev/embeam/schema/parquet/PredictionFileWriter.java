package dev.embeam.schema.parquet;

import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.PredictionLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.BitSet;
import java.util.function.BiConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Writes one Parquet file of predictions to a channel: the columns of {@link PredictionLayout}, zstd, page version 2. Labels
 * repeat, so Parquet keeps them in a dictionary. Not thread-safe.
 */
public final class PredictionFileWriter implements Closeable {
    private final ChannelOutput output;
    private final ParquetWriter<PredictionRow> file;
    private final PredictionRow row = new PredictionRow();
    private long rows;

    private PredictionFileWriter(ChannelOutput output, PredictionLayout layout) throws IOException {
        this.output = output;
        file = settings(new PredictionRow.Builder(output, layout)).build();
    }

    private static <T, B extends ParquetWriter.Builder<T, B>> B settings(B builder) {
        return builder.withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(TextColumnsWriter.properties().getWriterVersion());
    }

    /** Starts a file. The channel belongs to the writer from now on. */
    public static PredictionFileWriter open(WritableByteChannel channel, PredictionLayout layout) throws IOException {
        return new PredictionFileWriter(new ChannelOutput(channel), layout);
    }

    /** Appends the documents of a batch. */
    public void append(PredictionBatch batch) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            row.set(batch, i);
            file.write(row);
        }
        rows += batch.size();
    }

    /** Documents so far. */
    public long rows() {
        return rows;
    }

    /** Bytes so far, those in memory included: about the size of the file if it ended here. */
    public long size() {
        return file.getDataSize();
    }

    /** Writes what is left and the footer, closes the channel, and gives the SHA-256 of the file in lower-case hexadecimal. */
    public String finish() throws IOException {
        file.close();
        return output.sha256();
    }

    /** Bytes of the finished file. */
    public long bytes() {
        return output.getPos();
    }

    /** Gives the file up, unless it is finished. */
    @Override
    public void close() throws IOException {
        output.close();
    }

    /**
     * Copies a file of predictions without some of its rows.
     *
     * @param from the file; the caller closes it
     * @param to the copy; closed here
     * @param dropped rows to leave out
     * @param droppedIds is told the row and the id of each of them
     */
    public static Copy copy(
            SeekableByteChannel from,
            WritableByteChannel to,
            PredictionLayout layout,
            BitSet dropped,
            BiConsumer<Integer, String> droppedIds)
            throws IOException {
        MessageType schema = PredictionRow.schema(layout);
        ChannelOutput output = new ChannelOutput(to);
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        long kept = 0;
        try (ParquetFileReader reader = new ParquetFileReader(new ChannelInput(from), options);
                ParquetWriter<Group> writer = settings(
                                ExampleParquetWriter.builder(output).withType(schema))
                        .build()) {
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            int row = 0;
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    Group record = records.read();
                    if (dropped.get(row)) {
                        droppedIds.accept(row, record.getString(PredictionLayout.ID, 0));
                    } else {
                        writer.write(record);
                        kept++;
                    }
                    row++;
                }
            }
        }
        return new Copy(kept, output.getPos(), output.sha256());
    }

    /**
     * What was copied.
     *
     * @param rows documents in the copy
     * @param bytes its size
     * @param sha256 of its bytes
     */
    public record Copy(long rows, long bytes, String sha256) {}
}
