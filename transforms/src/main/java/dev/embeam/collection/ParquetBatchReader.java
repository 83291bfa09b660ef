package dev.embeam.collection;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads row groups of a Parquet file, only the columns that are wanted. Holds these columns of one row group, as stored. The
 * rest of a row group that is damaged is one failure, and the next group is read all the same.
 */
final class ParquetBatchReader implements BatchReader {
    private final FilePart part;
    private final int maxRecordBytes;
    private final BatchBuilder batch;
    private final ParquetFile file;
    private final List<BlockMetaData> groups;
    private final MessageType projection;

    private int nextGroup;
    private @Nullable ParquetRows rows;
    private long position;
    private long nextPosition;
    /** Of all groups that were opened. */
    private long bytesRead;

    private long groupBytes;

    private ParquetBatchReader(FilePart part, ReadSettings settings, BatchBuilder batch, ParquetFile file) {
        this.part = part;
        this.maxRecordBytes = settings.maxRecordBytes();
        this.batch = batch;
        this.file = file;
        groups = file.rowGroups();
        FieldRoles roles = FieldRoles.of(part.file(), settings);
        List<Type> types = ParquetInspection.columns(roles, file.schema()).stream()
                .map(file.schema()::getType)
                .toList();
        projection = new MessageType(file.schema().getName(), types);
        file.project(projection);
        nextGroup = (int) part.from();
        nextPosition = groups.subList(0, nextGroup).stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    static ParquetBatchReader open(FilePart part, ReadSettings settings, FileAccess access, BatchBuilder batch)
            throws IOException {
        ParquetFile file = ParquetFile.open(part.file(), access);
        try {
            return new ParquetBatchReader(part, settings, batch, file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public @Nullable DocumentBatch next() throws IOException {
        while (!batch.isFull()) {
            ParquetRows current = rows;
            if (current != null && current.remaining() > 0) {
                readRow(current);
            } else if (!openGroup()) {
                break;
            }
        }
        return batch.build();
    }

    @Override
    public long bytesRead() {
        return bytesRead - (rows == null ? 0 : Math.round(groupBytes * rows.shareLeft()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean openGroup() throws IOException {
        rows = null;
        if (nextGroup >= part.to()) {
            return false;
        }
        BlockMetaData group = groups.get(nextGroup);
        position = nextPosition;
        nextPosition += group.getRowCount();
        groupBytes = ParquetInspection.storedBytes(group);
        bytesRead += groupBytes;
        try {
            if (group.getRowCount() > 0) {
                rows = new ParquetRows(file.readRowGroup(nextGroup), projection, file.createdBy(), batch.values());
            }
        } catch (IOException | RuntimeException e) {
            if (file.failed()) {
                throw e;
            }
            loseGroup(e);
        }
        nextGroup++;
        return true;
    }

    private void readRow(ParquetRows current) {
        RecordException failure;
        try {
            failure = current.read(batch.values(), maxRecordBytes);
        } catch (RuntimeException e) {
            loseGroup(e);
            return;
        }
        if (failure == null) {
            batch.add(position, 0);
        } else {
            batch.fail(position, 0, failure);
        }
        position++;
        advance(current);
    }

    private void advance(ParquetRows current) {
        try {
            current.advance();
        } catch (RuntimeException e) {
            loseGroup(e);
        }
    }

    private void loseGroup(Exception e) {
        rows = null;
        batch.fail(
                position,
                0,
                "",
                new RecordException(
                        FailureReason.UNREADABLE,
                        "a damaged page (" + e.getClass().getSimpleName()
                                + "); this and all later rows of its row group, up to row " + nextPosition
                                + ", are lost",
                        "a whole file"));
    }
}
