package dev.embeam.collection;

import dev.embeam.schema.CorruptDataException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * A file of text that is open: its records, and how much of what is stored has been read for them.
 *
 * @param stored the bytes as stored
 * @param records the records of what they decompress to
 */
record TextSource(CollectionFile file, ChannelStream stored, RecordScanner records) implements Closeable {
    /** Opens a file whose records are to be read from an offset on, which is 0 unless it can be split. */
    static TextSource open(CollectionFile file, long from, ReadSettings settings, FileAccess access)
            throws IOException {
        SeekableByteChannel channel = access.open(file.path());
        try {
            ChannelStream stored = new ChannelStream(channel.position(from));
            RecordScanner records = new RecordScanner(
                    Decompression.of(file.compression(), stored), from, framing(file), settings.maxRecordBytes());
            return new TextSource(file, stored, records);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads the header row, which comes first. */
    List<String> readHeader() throws IOException {
        try {
            if (!records.next() || records.isTooLong()) {
                throw brokenHeader(records.length() == 0 ? "the file is empty" : "the first row is too long");
            }
            char[] chars = new char[records.to() - records.from()];
            int length = Utf8.decode(records.bytes(), records.from(), records.to(), chars);
            if (length < 0) {
                throw brokenHeader("the first row is not UTF-8");
            }
            DelimitedRow row = new DelimitedRow(file.format().delimiter());
            row.cut(chars, length);
            return row.strings();
        } catch (RecordException e) {
            throw brokenHeader(e.actual());
        } catch (IOException e) {
            throw orDamage(e);
        }
    }

    /** An exception met while reading, if the file system's, or else what it says about the file. */
    IOException orDamage(IOException e) {
        if (stored.failed()) {
            return e;
        }
        throw new CorruptDataException(
                file.path(), "", damage(e), "a file that can be read as its name or --inputCompression says", e);
    }

    /** What is wrong with a file whose bytes make no sense. */
    static String damage(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() throws IOException {
        records.close();
        stored.close();
    }

    private CorruptDataException brokenHeader(String actual) {
        return new CorruptDataException(file.path(), "header", actual, "a header row with the names of the columns");
    }

    private static Framing framing(CollectionFile file) {
        return file.format() == InputFormat.CSV || file.format() == InputFormat.TSV
                ? new QuotedFraming(file.format().delimiter())
                : new LineFraming();
    }
}
