package dev.embeam.tokenizer;

/** Valid UTF-16 to UTF-8, in place and without strings. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Writes the bytes of {@code chars[from, to)} to the start of {@code bytes}, which has room for one code point more
     * than {@code limit}, or for all of them.
     *
     * @return how many, or -1 as soon as they are more than {@code limit}
     */
    public static int encode(char[] chars, int from, int to, byte[] bytes, int limit) {
        int length = 0;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            length = encode(codePoint, bytes, length);
            if (length > limit) {
                return -1;
            }
            i += Character.charCount(codePoint);
        }
        return length;
    }

    /** Writes one code point and returns where the next one goes. */
    public static int encode(int codePoint, byte[] bytes, int at) {
        int end = at;
        if (codePoint < 0x80) {
            bytes[end++] = (byte) codePoint;
            return end;
        }
        if (codePoint < 0x800) {
            bytes[end++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[end++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                bytes[end++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[end++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            bytes[end++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        bytes[end++] = (byte) (0x80 | (codePoint & 0x3F));
        return end;
    }

    /** Number of bytes of the code point that begins with this byte. */
    static int width(byte first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return Math.max(1, ones);
    }

    /** Number of UTF-16 units of whole code points. */
    static int units(byte[] bytes, int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
            boolean continues = (bytes[i] & 0xC0) == 0x80;
            units += continues ? 0 : (bytes[i] & 0xF8) == 0xF0 ? 2 : 1;
        }
        return units;
    }
}
