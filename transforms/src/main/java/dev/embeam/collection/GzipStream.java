package dev.embeam.collection;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952) of one or more members, checking length and checksum of each. The JDK's own stream takes the
 * end of a buffer for the end of the file and what it cannot read after a member for none of its business; this one throws,
 * after all bytes before the damage have been given. Zeros after the last member, which tapes leave, are accepted.
 */
final class GzipStream extends InputStream {
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean started;
    private boolean inMember;
    private boolean ended;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (inMember || nextMember()) {
            int count = inflate(bytes, from, length);
            if (count > 0) {
                checksum.update(bytes, from, count);
                return count;
            }
            if (inflater.finished()) {
                readTrailer();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("gzip data asks for a dictionary");
            } else {
                require(fill());
                inflater.setInput(buffer, at, limit - at);
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] bytes, int from, int length) throws ZipException {
        long before = inflater.getBytesWritten();
        try {
            return inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            int written = (int) (inflater.getBytesWritten() - before);
            if (written > 0) {
                return written;
            }
            throw new ZipException("damaged gzip data");
        }
    }

    private boolean nextMember() throws IOException {
        if (!started) {
            started = true;
            readHeader(nextByte());
            return true;
        }
        int next = ended ? -1 : tryByte();
        while (next == 0) {
            next = tryByte();
        }
        ended = next < 0;
        if (ended) {
            return false;
        }
        readHeader(next);
        return true;
    }

    private void readHeader(int first) throws IOException {
        if (first != 0x1f || nextByte() != 0x8b) {
            throw new ZipException("no gzip data");
        }
        if (nextByte() != 8) {
            throw new ZipException("gzip data of an unknown method");
        }
        int flags = nextByte();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(nextByte() | nextByte() << 8);
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(buffer, at, limit - at);
        checksum.reset();
        inMember = true;
    }

    private void readTrailer() throws IOException {
        at = limit - inflater.getRemaining();
        if (nextInt() != (int) checksum.getValue()) {
            throw new ZipException("gzip data with a wrong checksum");
        }
        if (nextInt() != (int) inflater.getBytesWritten()) {
            throw new ZipException("gzip data with a wrong length");
        }
        inMember = false;
    }

    private void skipText(int present) throws IOException {
        while (present != 0 && nextByte() != 0) {
            // Up to the zero that ends the text.
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            nextByte();
        }
    }

    private int nextInt() throws IOException {
        return nextByte() | nextByte() << 8 | nextByte() << 16 | nextByte() << 24;
    }

    private int nextByte() throws IOException {
        int next = tryByte();
        require(next >= 0);
        return next;
    }

    private int tryByte() throws IOException {
        return at < limit || fill() ? buffer[at++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }

    private static void require(boolean more) throws ZipException {
        if (!more) {
            throw new ZipException("truncated gzip data");
        }
    }
}
