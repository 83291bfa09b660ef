package dev.embeam.collection;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON lines, CSV, TSV and plain lines. */
final class TextBatchReader implements BatchReader {
    private final FilePart part;
    private final int maxRecordBytes;
    private final BatchBuilder batch;
    private final TextSource source;
    private final RecordScanner records;
    private final RecordParser parser;
    private char[] chars = new char[1 << 12];
    private boolean ended;

    private TextBatchReader(FilePart part, ReadSettings settings, BatchBuilder batch, TextSource source)
            throws IOException {
        this.part = part;
        this.maxRecordBytes = settings.maxRecordBytes();
        this.batch = batch;
        this.source = source;
        this.records = source.records();
        this.parser = parser();
        if (part.from() > 0) {
            // What comes before the first newline, from the byte before the part on, belongs to the part before.
            ended = !records.next();
        }
    }

    static TextBatchReader open(FilePart part, ReadSettings settings, FileAccess access, BatchBuilder batch)
            throws IOException {
        TextSource source = TextSource.open(part.file(), Math.max(0, part.from() - 1), settings, access);
        try {
            return new TextBatchReader(part, settings, batch, source);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public @Nullable DocumentBatch next() throws IOException {
        while (!ended && !batch.isFull()) {
            ended = !advance();
            if (!ended) {
                read();
            }
        }
        return batch.build();
    }

    @Override
    public long bytesRead() {
        return ended ? part.bytes() : Math.min(part.bytes(), source.stored().count());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean advance() throws IOException {
        try {
            return records.next()
                    && (part.file().compression() != InputCompression.NONE || records.position() < part.to());
        } catch (IOException e) {
            if (source.stored().failed()) {
                throw e;
            }
            batch.fail(
                    records.position(),
                    line(),
                    "",
                    new RecordException(
                            FailureReason.UNREADABLE,
                            TextSource.damage(e) + "; this and all later records of the file are lost",
                            "a whole file"));
            return false;
        }
    }

    private void read() {
        try {
            if (records.isTooLong()) {
                throw new RecordException(
                        FailureReason.RECORD_TOO_LONG,
                        "a record of " + records.length() + " bytes",
                        "at most " + maxRecordBytes + " (--maxRecordBytes)");
            }
            int length = decode();
            if (length >= 0 && parser.parse(chars, length, batch.values())) {
                batch.add(records.position(), line());
            }
        } catch (RecordException e) {
            batch.fail(records.position(), line(), "", e);
        }
    }

    /** Decodes the record; gives -1 after telling of a failure. */
    private int decode() {
        int bytes = records.to() - records.from();
        if (chars.length < bytes) {
            chars = new char[Math.max(bytes, 2 * chars.length)];
        }
        int length = Utf8.decode(records.bytes(), records.from(), records.to(), chars);
        if (length >= 0) {
            return length;
        }
        int bad = -1 - length;
        RecordException failure = new RecordException(
                FailureReason.INVALID_UTF8,
                String.format("byte 0x%02x starts no character", records.bytes()[bad]),
                "UTF-8");
        batch.fail(records.positionOf(bad), line(), "", failure);
        return -1;
    }

    private long line() {
        return part.isWholeFile() ? records.line() : 0;
    }

    private RecordParser parser() throws IOException {
        CollectionFile file = part.file();
        return switch (file.format()) {
            case JSON_LINES -> new JsonRecordParser();
            case CSV, TSV ->
                new DelimitedRecordParser(
                        file.format().delimiter(),
                        source.readHeader(),
                        batch.values().names());
            case LINES -> new LineRecordParser();
            case BY_NAME, PARQUET -> throw new IllegalStateException(file.path() + " is no file of text");
        };
    }
}
