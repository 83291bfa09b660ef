package dev.embeam.compress;

import static dev.embeam.compress.CompactLayout.ALIGNMENT;
import static dev.embeam.compress.CompactLayout.HEADER_BYTES;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes compact files as {@link CompactLayout} says, from start to end. */
final class CompactWriter {
    private static final int BUFFER = 1 << 16;
    private static final WritableByteChannel NOWHERE = Channels.newChannel(OutputStream.nullOutputStream());

    private final CompactParts parts;
    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C check = new CRC32C();
    private long written;

    private CompactWriter(CompactParts parts, WritableByteChannel channel) {
        this.parts = parts;
        this.channel = channel;
    }

    /** Writes a file. The caller closes the channel. */
    static void write(CompactParts parts, WritableByteChannel channel) throws IOException {
        new CompactWriter(parts, channel).write();
    }

    private void write() throws IOException {
        long[] lengths = lengths();
        header(lengths);
        ints(parts.words().directory());
        bytes(parts.words().text());
        counts();
        ints(bucketGroups());
        buckets();
        floats(parts.wordRows().codebook());
        floats(parts.ngramRows().codebook());
        rows(parts.wordRows());
        rows(parts.ngramRows());
        flush();
        ByteBuffer end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        send(end.putInt((int) check.getValue()).flip());
    }

    /** Bytes of the file. */
    static long bytes(CompactParts parts) {
        long offset = HEADER_BYTES;
        for (long length : new CompactWriter(parts, NOWHERE).lengths()) {
            offset = CompactLayout.align(offset + length);
        }
        return offset + Integer.BYTES;
    }

    private long[] lengths() {
        return new long[] {
            2L * (CompactWords.groups(parts.words().size()) + 1) * Integer.BYTES,
            parts.words().text().length,
            (long) parts.words().size() * Short.BYTES,
            (CompactBuckets.groups(parts.settings().bucket()) + 1L) * Integer.BYTES,
            parts.buckets().length,
            (long) parts.wordRows().codebook().length * Float.BYTES,
            (long) parts.ngramRows().codebook().length * Float.BYTES,
            rowBytes(parts.wordRows()),
            rowBytes(parts.ngramRows()),
            0
        };
    }

    private static long rowBytes(CodedTable table) {
        return (long) table.rows() * table.rowBytes();
    }

    private void header(long[] lengths) throws IOException {
        CompactSettings settings = parts.settings();
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(CompactLayout.MAGIC).putInt(CompactLayout.VERSION);
        header.putInt(settings.droppedCount() ? CompactLayout.FLAG_DROPPED_COUNT : 0);
        header.putInt(settings.dim()).putInt(settings.minn()).putInt(settings.maxn());
        header.putInt(settings.bucket());
        header.putInt(parts.words().size()).putInt(parts.buckets().length).putLong(settings.tokens());
        long offset = HEADER_BYTES;
        header.position(CompactLayout.SECTIONS_AT);
        for (long length : lengths) {
            header.putLong(offset).putLong(length);
            offset = CompactLayout.align(offset + length);
        }
        header.putLong(CompactLayout.FORMS_AT - Long.BYTES, offset + Integer.BYTES);
        form(header, CompactLayout.FORMS_AT, parts.wordRows());
        form(header, CompactLayout.FORMS_AT + CompactLayout.FORM_BYTES, parts.ngramRows());
        CRC32C ofHeader = new CRC32C();
        ofHeader.update(header.array(), 0, CompactLayout.HEADER_CHECK_AT);
        header.putInt(CompactLayout.HEADER_CHECK_AT, (int) ofHeader.getValue());
        send(header.rewind());
    }

    private static void form(ByteBuffer header, int at, CodedTable table) {
        header.putInt(at, table.form())
                .putInt(at + Integer.BYTES, table.rowBytes())
                .putInt(at + 2 * Integer.BYTES, table.parameter());
    }

    private int[] bucketGroups() {
        int[] groups = new int[CompactBuckets.groups(parts.settings().bucket()) + 1];
        int row = 0;
        for (int group = 0; group < groups.length; group++) {
            while (row < parts.buckets().length && parts.buckets()[row] >>> CompactBuckets.LOW_BITS < group) {
                row++;
            }
            groups[group] = row;
        }
        return groups;
    }

    private void counts() throws IOException {
        for (float count : parts.words().counts()) {
            room(Short.BYTES).putShort((short) (Float.floatToIntBits(count) >>> Short.SIZE));
        }
        align();
    }

    private void buckets() throws IOException {
        for (int bucket : parts.buckets()) {
            room(1).put((byte) bucket);
        }
        align();
    }

    private void ints(int[] numbers) throws IOException {
        for (int number : numbers) {
            room(Integer.BYTES).putInt(number);
        }
        align();
    }

    private void floats(float[] numbers) throws IOException {
        for (float number : numbers) {
            room(Float.BYTES).putFloat(number);
        }
        align();
    }

    private void rows(CodedTable table) throws IOException {
        byte[] bytes = new byte[table.rowBytes()];
        for (int row = 0; row < table.rows(); row++) {
            table.source().write(row, bytes, 0);
            put(bytes, bytes.length);
        }
        align();
    }

    private void bytes(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
        align();
    }

    private void put(byte[] bytes, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, BUFFER);
            room(part).put(bytes, done, part);
            done += part;
        }
    }

    private void align() throws IOException {
        while ((written + buffer.position()) % ALIGNMENT != 0) {
            room(1).put((byte) 0);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        check.update(buffer.duplicate());
        written += buffer.remaining();
        send(buffer);
        buffer.clear();
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
