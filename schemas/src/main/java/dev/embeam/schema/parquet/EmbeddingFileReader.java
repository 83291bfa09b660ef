package dev.embeam.schema.parquet;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.TextColumn;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads a file that {@link EmbeddingFileWriter} wrote, row group by row group: ids, kept fields and the vectors as they are
 * stored. Checksums of pages are verified. Any other file, or a damaged one, ends in a {@link CorruptDataException}. Not
 * thread-safe.
 */
public final class EmbeddingFileReader implements Closeable {
    private final String name;
    private final SeekableByteChannel channel;
    private final ParquetFileReader file;
    private final EmbeddingLayout layout;
    private final Calibration calibration;
    private int groupsRead;

    private EmbeddingFileReader(String name, SeekableByteChannel channel, ParquetFileReader file) {
        this.name = name;
        this.channel = channel;
        this.file = file;
        layout = layout(file.getFileMetaData().getSchema());
        calibration = new Calibration(
                EmbeddingFooter.split(footer().getOrDefault(EmbeddingFooter.CALIBRATION_MIN, "")),
                EmbeddingFooter.split(footer().getOrDefault(EmbeddingFooter.CALIBRATION_MAX, "")));
        check(
                calibration.dim() == (layout.precision() == Precision.INT8 ? layout.dim() : 0),
                "calibration",
                "the width");
    }

    /**
     * Opens a file and reads its footer.
     *
     * @param channel belongs to the reader from now on, and is closed when it fails to open
     * @param name path of the file, for messages and for the keys of its rows
     */
    public static EmbeddingFileReader open(SeekableByteChannel channel, String name) throws IOException {
        try {
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .usePageChecksumVerification(true)
                    .build();
            return new EmbeddingFileReader(name, channel, new ParquetFileReader(new ChannelInput(channel), options));
        } catch (CorruptDataException corrupt) {
            channel.close();
            throw corrupt;
        } catch (RuntimeException | IOException broken) {
            channel.close();
            throw corrupt(name, broken);
        }
    }

    /** The columns. */
    public EmbeddingLayout layout() {
        return layout;
    }

    /** The ranges of int8 vectors; {@link Calibration#NONE} for every other precision. */
    public Calibration calibration() {
        return calibration;
    }

    /** All footer entries, by the names of {@link EmbeddingFooter}. */
    public Map<String, String> footer() {
        return file.getFileMetaData().getKeyValueMetaData();
    }

    /** Documents in the file. */
    public long rows() {
        return file.getRecordCount();
    }

    /** Row groups in the file. */
    public int rowGroups() {
        return file.getRowGroups().size();
    }

    /** Documents of a row group. */
    public long rowsOf(int rowGroup) {
        return file.getRowGroups().get(rowGroup).getRowCount();
    }

    /** Opens the row group of this number, counted from 0, whatever was read before. */
    public RowGroupReader open(int rowGroup) throws IOException {
        long firstRow = 0;
        for (int before = 0; before < rowGroup; before++) {
            firstRow += rowsOf(before);
        }
        try {
            ColumnDescriptor vectors = layout.vectorSchema().getColumns().get(0);
            ColumnChunkMetaData chunk = chunk(rowGroup, vectors);
            boolean asStored = chunk.getCodec() == CompressionCodecName.UNCOMPRESSED;
            file.setRequestedSchema(asStored ? layout.textSchema() : layout.schema());
            PageReadStore group = file.readRowGroup(rowGroup);
            PageReader pages = asStored ? new StoredPages(channel, chunk) : group.getPageReader(vectors);
            return new RowGroupReader(layout, name, group, pages, firstRow);
        } catch (CorruptDataException corrupt) {
            throw corrupt;
        } catch (RuntimeException | IOException broken) {
            throw corrupt(name, broken);
        }
    }

    /**
     * The texts of one column of a row group, without reading any other.
     *
     * @param column {@link EmbeddingLayout#ID} or a kept field
     */
    public TextColumn texts(int rowGroup, String column) throws IOException {
        try {
            MessageType schema = layout.textSchema(column);
            file.setRequestedSchema(schema);
            PageReadStore group = file.readRowGroup(rowGroup);
            return new TextColumnsReader(schema)
                    .read(group, Math.toIntExact(rowsOf(rowGroup)))
                    .get(0);
        } catch (RuntimeException | IOException broken) {
            throw corrupt(name, broken);
        }
    }

    private ColumnChunkMetaData chunk(int rowGroup, ColumnDescriptor column) {
        return file.getRowGroups().get(rowGroup).getColumns().stream()
                .filter(chunk -> chunk.getPath().equals(ColumnPath.get(column.getPath())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("row group " + rowGroup + " has no vectors"));
    }

    /** The whole next row group, or nothing after the last. */
    public Optional<EncodedRows> next() throws IOException {
        if (groupsRead == rowGroups()) {
            return Optional.empty();
        }
        return Optional.of(open(groupsRead++).rest());
    }

    private EmbeddingLayout layout(MessageType schema) {
        String version = footer().getOrDefault(EmbeddingFooter.FORMAT_VERSION, "none");
        String ours = Integer.toString(RunManifest.FORMAT_VERSION);
        check(version.equals(ours), "format version " + version, ours);
        List<String> kept = new ArrayList<>();
        for (Type field : schema.getFields()) {
            kept.add(field.getName());
        }
        kept.remove(EmbeddingLayout.ID);
        kept.remove(EmbeddingLayout.EMBEDDING);
        EmbeddingLayout found = new EmbeddingLayout(
                Integer.parseInt(footer().getOrDefault(EmbeddingFooter.WIDTH, "")),
                Precision.of(footer().getOrDefault(EmbeddingFooter.PRECISION, "")),
                kept);
        check(
                schema.equals(found.schema()),
                "columns " + schema.getFields(),
                found.schema().getFields().toString());
        return found;
    }

    private void check(boolean holds, String actual, String expected) {
        if (!holds) {
            throw new CorruptDataException(name, "footer", actual, expected + "; the file was not written by encode");
        }
    }

    static CorruptDataException corrupt(String name, Exception cause) {
        return new CorruptDataException(
                name, "", "not readable (" + cause + ")", "a Parquet file of vectors written by encode", cause);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
