package dev.embeam.fasttext;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Lines of tokens between spaces, read through one buffer. Not thread-safe. */
final class TextInput {
    private static final int END = -1;

    private final SeekableByteChannel channel;
    private final String name;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private byte[] bytes = new byte[1 << 8];
    private long line = 1;

    TextInput(SeekableByteChannel channel, String name) {
        this.channel = channel;
        this.name = name;
        buffer.limit(0);
    }

    /** Bytes of the file. */
    long size() throws IOException {
        return channel.size();
    }

    /** The bytes of the last token. */
    byte[] bytes() {
        return bytes;
    }

    /** Reads the next token of the line and tells its length: 0 if the line has no more. */
    int token() throws IOException {
        while (peek() == ' ' || peek() == '\t') {
            buffer.get();
        }
        int length = 0;
        while (peek() != ' ' && peek() != '\t' && !atEndOfLine()) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length));
                check(length < bytes.length, "a word of 2 GiB", "a shorter one");
            }
            bytes[length++] = buffer.get();
        }
        return length;
    }

    /** Passes over the end of the line, which must come next, but for spaces. */
    void endLine() throws IOException {
        check(token() == 0, "more numbers in the line", "as many as the first line says");
        while (peek() == '\r' || peek() == '\n') {
            if (buffer.get() == '\n') {
                line++;
                return;
            }
        }
    }

    /** Checks that nothing but white space is left. */
    void endFile() throws IOException {
        while (peek() != END) {
            check(token() == 0, "more lines", "as many as the first line says");
            endLine();
        }
    }

    private boolean atEndOfLine() throws IOException {
        int next = peek();
        return next == '\n' || next == '\r' || next == END;
    }

    private int peek() throws IOException {
        while (!buffer.hasRemaining()) {
            buffer.clear();
            int read = channel.read(buffer);
            buffer.flip();
            if (read < 0) {
                return END;
            }
        }
        return buffer.get(buffer.position()) & 0xFF;
    }

    void check(boolean holds, String actual, String expected) {
        if (!holds) {
            throw new CorruptDataException(name, "line " + line, actual, expected);
        }
    }
}
