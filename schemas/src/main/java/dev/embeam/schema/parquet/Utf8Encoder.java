package dev.embeam.schema.parquet;

/** Turns UTF-16 code units into UTF-8 in a buffer that is used again and again; lone surrogates become U+FFFD. */
final class Utf8Encoder {
    private byte[] bytes = new byte[256];

    /** The bytes of the last text; valid up to the length {@link #encode} gave. */
    byte[] bytes() {
        return bytes;
    }

    /** Encodes {@code chars[from, to)} and gives the number of bytes. */
    int encode(char[] chars, int from, int to) {
        int most = Math.multiplyExact(3, to - from);
        if (bytes.length < most) {
            bytes = new byte[Math.max(most, 2 * bytes.length)];
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            char unit = chars[i];
            if (unit < 0x80) {
                bytes[length++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[length++] = (byte) (0xc0 | (unit >>> 6));
                bytes[length++] = (byte) (0x80 | (unit & 0x3f));
            } else if (Character.isHighSurrogate(unit) && i + 1 < to && Character.isLowSurrogate(chars[i + 1])) {
                length = supplementary(Character.toCodePoint(unit, chars[++i]), length);
            } else {
                length = threeBytes(Character.isSurrogate(unit) ? '\ufffd' : unit, length);
            }
        }
        return length;
    }

    private int threeBytes(char unit, int at) {
        bytes[at] = (byte) (0xe0 | (unit >>> 12));
        bytes[at + 1] = (byte) (0x80 | ((unit >>> 6) & 0x3f));
        bytes[at + 2] = (byte) (0x80 | (unit & 0x3f));
        return at + 3;
    }

    private int supplementary(int codePoint, int at) {
        bytes[at] = (byte) (0xf0 | (codePoint >>> 18));
        bytes[at + 1] = (byte) (0x80 | ((codePoint >>> 12) & 0x3f));
        bytes[at + 2] = (byte) (0x80 | ((codePoint >>> 6) & 0x3f));
        bytes[at + 3] = (byte) (0x80 | (codePoint & 0x3f));
        return at + 4;
    }
}
