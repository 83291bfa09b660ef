package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a file into the tokens of training, one after the other and again from the start: at space, TAB, LF, VT, FF, CR and
 * NUL, with a token {@code </s>} for every LF. The token's bytes are {@code bytes()[from(), to())} until the next one.
 */
final class TrainingTokens implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 30;
    private static final byte[] END = Dictionary.END_OF_LINE.getBytes(StandardCharsets.US_ASCII);
    private static final int END_HASH = WordHash.of(END, 0, END.length);
    /** One bit for each of the first 64 bytes. */
    private static final long SEPARATORS =
            1L | 1L << '\t' | 1L << '\n' | 1L << 0x0B | 1L << '\f' | 1L << '\r' | 1L << ' ';

    private final SeekableByteChannel channel;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private boolean metEnd;

    private byte[] bytes = END;
    private int from;
    private int to;
    private int hash;

    /** From a byte of the file on, be it amid a word. */
    TrainingTokens(SeekableByteChannel channel, long start) throws IOException {
        this.channel = channel;
        channel.position(start);
    }

    /** Goes to the next token; false at the end of the file. */
    boolean next() throws IOException {
        while (more()) {
            byte first = buffer[next];
            if (first == '\n') {
                next++;
                set(END, 0, END.length, END_HASH);
                return true;
            }
            if (!separates(first)) {
                take();
                return true;
            }
            next++;
        }
        return false;
    }

    private void take() throws IOException {
        int start = next;
        int at = start;
        int sum = WordHash.START;
        while (true) {
            while (at < filled && !separates(buffer[at])) {
                sum = WordHash.add(sum, buffer[at++]);
            }
            if (at < filled || metEnd) {
                next = at;
                set(buffer, start, at, sum);
                return;
            }
            at -= start;
            fill(start);
            start = 0;
        }
    }

    private boolean more() throws IOException {
        while (next == filled && !metEnd) {
            fill(next);
        }
        return next < filled;
    }

    /** Moves the bytes from {@code start} on to the front and reads more behind them. */
    private void fill(int start) throws IOException {
        int kept = filled - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, kept);
        } else if (kept == buffer.length) {
            grow();
        }
        int read = channel.read(ByteBuffer.wrap(buffer, kept, buffer.length - kept));
        metEnd = read < 0;
        filled = kept + Math.max(0, read);
        next = 0;
    }

    private void grow() {
        if (buffer.length >= LONGEST) {
            throw new IllegalArgumentException("a word of the training text has more than " + LONGEST
                    + " bytes; expected text with spaces between words");
        }
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }

    /** Begins again if the end of the file was met. */
    void restartAtEnd() throws IOException {
        if (metEnd) {
            channel.position(0);
            metEnd = false;
            next = 0;
            filled = 0;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int hash() {
        return hash;
    }

    /** A copy of the token's bytes. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Whether the token stands for an LF, and was not typed. */
    boolean isLineFeed() {
        return bytes == END;
    }

    /** Whether the token is {@code </s>}. */
    boolean endsLine() {
        return hash == END_HASH && Dictionary.isEndOfLine(bytes, from, to);
    }

    private static boolean separates(byte unit) {
        return unit >= 0 && unit <= ' ' && (SEPARATORS >>> unit & 1) != 0;
    }

    private void set(byte[] newBytes, int newFrom, int newTo, int newHash) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        hash = newHash;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
