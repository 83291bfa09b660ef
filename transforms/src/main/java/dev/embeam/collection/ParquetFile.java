package dev.embeam.collection;

import dev.embeam.schema.CorruptDataException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/** An open Parquet file whose footer makes sense: every column chunk it names lies within the file. */
final class ParquetFile implements Closeable {
    /** Those that can be decompressed without native libraries of Hadoop. */
    private static final Set<CompressionCodecName> CODECS = new TreeSet<>(Set.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW));

    private final ParquetChannel channel;
    private final ParquetFileReader reader;

    private ParquetFile(ParquetChannel channel, ParquetFileReader reader) {
        this.channel = channel;
        this.reader = reader;
    }

    /**
     * Opens a file and reads its footer.
     *
     * @throws CorruptDataException if it has none that can be understood
     */
    static ParquetFile open(CollectionFile file, FileAccess access) throws IOException {
        ParquetChannel channel = new ParquetChannel(file, access);
        try {
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .usePageChecksumVerification(true)
                    .withCodecFactory(new BoundedCodecs())
                    .build();
            ParquetFile opened = new ParquetFile(channel, ParquetFileReader.open(channel, options));
            opened.checkChunks(file);
            return opened;
        } catch (IOException | RuntimeException e) {
            if (channel.failed() || e instanceof CorruptDataException) {
                throw e;
            }
            throw new CorruptDataException(
                    file.path(),
                    "footer",
                    "cannot be read (" + e.getClass().getSimpleName() + ")",
                    "a Parquet file",
                    e);
        }
    }

    MessageType schema() {
        return reader.getFooter().getFileMetaData().getSchema();
    }

    String createdBy() {
        return String.valueOf(reader.getFooter().getFileMetaData().getCreatedBy());
    }

    List<BlockMetaData> rowGroups() {
        return reader.getRowGroups();
    }

    /** Whether the file system has failed. */
    boolean failed() {
        return channel.failed();
    }

    void project(MessageType projection) {
        reader.setRequestedSchema(projection);
    }

    PageReadStore readRowGroup(int group) throws IOException {
        return reader.readRowGroup(group);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void checkChunks(CollectionFile file) throws IOException {
        for (BlockMetaData group : rowGroups()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                String actual = misfit(chunk, group, file);
                if (!actual.isEmpty()) {
                    close();
                    throw new CorruptDataException(
                            file.path(),
                            "footer",
                            actual,
                            "chunks within the " + file.bytes() + " bytes of the file, compressed by one of " + CODECS);
                }
            }
        }
    }

    private static String misfit(ColumnChunkMetaData chunk, BlockMetaData group, CollectionFile file) {
        long start = chunk.getStartingPos();
        long size = chunk.getTotalSize();
        if (start < 0 || size < 0 || size > file.bytes() - start || group.getRowCount() < 0) {
            return "a column chunk of " + size + " bytes at byte " + start + " in a group of " + group.getRowCount()
                    + " rows";
        }
        return CODECS.contains(chunk.getCodec()) ? "" : "a column chunk compressed by " + chunk.getCodec();
    }
}
