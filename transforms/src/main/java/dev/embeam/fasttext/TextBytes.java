package dev.embeam.fasttext;

import dev.embeam.tokenizer.Utf8;

/** The bytes of one text, in a buffer that is used again. Not thread-safe. */
public final class TextBytes {
    private static final int MOST_BYTES_OF_UNIT = 3;
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** Of no text yet. */
    public TextBytes() {}

    /** Takes {@code text[from, to)} as UTF-8, with U+FFFD for half a surrogate pair. */
    public void set(char[] text, int from, int to) {
        room(MOST_BYTES_OF_UNIT * (to - (long) from));
        int end = 0;
        for (int i = from; i < to; i++) {
            char unit = text[i];
            if (unit < 0x80) {
                bytes[end++] = (byte) unit;
            } else if (Character.isHighSurrogate(unit) && i + 1 < to && Character.isLowSurrogate(text[i + 1])) {
                end = Utf8.encode(Character.toCodePoint(unit, text[++i]), bytes, end);
            } else {
                end = Utf8.encode(Character.isSurrogate(unit) ? REPLACEMENT : unit, bytes, end);
            }
        }
        length = end;
    }

    /** Takes a copy of {@code text[from, to)}. */
    public void set(byte[] text, int from, int to) {
        room(to - (long) from);
        System.arraycopy(text, from, bytes, 0, to - from);
        length = to - from;
    }

    private void room(long needed) {
        // One byte more for the end of a line.
        if (needed + 1 > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a text may take " + needed + " bytes; expected less than 2 GiB");
        }
        if (needed + 1 > bytes.length) {
            bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed + 1, 2L * bytes.length))];
        }
    }

    /**
     * Makes one line of it: LF become spaces, and one LF goes to the end of the text, or behind its {@code maxTokens}-th token.
     *
     * @return where the line ends, behind its LF; not above {@link #length} if and only if tokens were cut off
     */
    public int makeLine(TokenCursor cursor, int maxTokens) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                bytes[i] = ' ';
            }
        }
        int end = length;
        cursor.start(bytes, 0, length);
        for (int token = 0; maxTokens < length && cursor.next(); token++) {
            if (token == maxTokens) {
                end = cursor.from() - 1;
                break;
            }
        }
        bytes[end] = '\n';
        return end + 1;
    }

    /** The bytes, of which the first {@link #length} count: until the next text. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many there are. */
    public int length() {
        return length;
    }
}
