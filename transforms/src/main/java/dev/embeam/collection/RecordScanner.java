package dev.embeam.collection;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into records. Holds one block of the stream, or one record where that is longer; a record above the
 * limit is passed over without being held. A byte order mark at the very start belongs to no record; a carriage return
 * before the newline belongs to the newline. The last record need not end with one.
 */
final class RecordScanner implements Closeable {
    private static final int BLOCK_BYTES = 1 << 17;
    /** A carriage return and a newline, which do not count. */
    private static final int LINE_END_BYTES = 2;

    private final InputStream in;
    private final Framing framing;
    private final int maxBytes;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int at;
    private int limit;
    /** Offset in the file of {@code buffer[0]}. */
    private long base;

    private long position;
    private long line;
    private long nextLine = 1;
    private int from;
    private int to;
    private long dropped;

    /**
     * Scans a stream.
     *
     * @param in the bytes, decompressed
     * @param start offset in the file of the first of them
     * @param framing where records end
     * @param maxBytes the longest record
     */
    RecordScanner(InputStream in, long start, Framing framing, int maxBytes) {
        this.in = in;
        this.base = start;
        this.framing = framing;
        this.maxBytes = maxBytes;
    }

    /** Goes to the next record; false after the last. After an exception, {@link #position} is where it would have been. */
    boolean next() throws IOException {
        position = base + at;
        line = nextLine;
        dropped = 0;
        framing.reset();
        if (position == 0) {
            skipByteOrderMark();
        }
        int end = findEnd();
        if (end < 0) {
            return takeRest();
        }
        from = at;
        to = end > at && buffer[end - 1] == '\r' ? end - 1 : end;
        at = end + 1;
        nextLine = line + 1 + framing.innerNewlines();
        return true;
    }

    /** The bytes of which {@link #from} to {@link #to} are the record, unless it is too long. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Offset in the file of the record's first byte, or of the byte order mark before it. */
    long position() {
        return position;
    }

    /** Offset in the file of the byte at {@code index} of {@link #bytes}. */
    long positionOf(int index) {
        return base + index;
    }

    /** The number of the line the record starts in, the first being 1, counted from where the scan started. */
    long line() {
        return line;
    }

    /** Bytes of the record. */
    long length() {
        return dropped + to - from;
    }

    /** Whether the record is above the limit, so that it is not there. */
    boolean isTooLong() {
        return length() > maxBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int findEnd() throws IOException {
        int end = framing.end(buffer, at, limit);
        while (end < 0) {
            if (limit - at >= maxBytes + LINE_END_BYTES) {
                // The last byte stays: it may be a carriage return, which does not count.
                dropped += limit - 1 - at;
                at = limit - 1;
            }
            int added = fill();
            if (added == 0) {
                return -1;
            }
            end = framing.end(buffer, limit - added, limit);
        }
        return end;
    }

    private boolean takeRest() {
        from = at;
        to = limit;
        at = limit;
        return length() > 0;
    }

    private void skipByteOrderMark() throws IOException {
        while (limit - at < 3 && fill() > 0) {
            // A channel may give fewer bytes than it is asked for.
        }
        boolean marked = limit - at >= 3
                && buffer[at] == (byte) 0xef
                && buffer[at + 1] == (byte) 0xbb
                && buffer[at + 2] == (byte) 0xbf;
        at += marked ? 3 : 0;
    }

    /** Reads more behind what is there, moving or growing the buffer for it; gives how much, 0 at the end. */
    private int fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        base += at;
        limit -= at;
        at = 0;
        if (limit == buffer.length) {
            buffer =
                    Arrays.copyOf(buffer, (int) Math.min(2L * limit, Math.max(BLOCK_BYTES, maxBytes + LINE_END_BYTES)));
        }
        int added = Math.max(in.read(buffer, limit, buffer.length - limit), 0);
        limit += added;
        return added;
    }
}
