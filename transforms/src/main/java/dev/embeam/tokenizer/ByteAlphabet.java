package dev.embeam.tokenizer;

/**
 * GPT-2's printable character for every byte: the byte itself where Latin-1 prints it, otherwise one of the characters from
 * U+0100 on, in order.
 */
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    private static char[] characters() {
        char[] characters = new char[256];
        char next = 256;
        for (int b = 0; b < characters.length; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
            characters[b] = printable ? (char) b : next++;
        }
        return characters;
    }

    static char character(int unsignedByte) {
        return CHARACTERS[unsignedByte];
    }

    /** Appends the bytes of valid UTF-16, each as its character. */
    static void append(char[] chars, int from, int to, Characters out) {
        char[] table = CHARACTERS;
        char[] target = out.reserve(Math.multiplyExact(3, to - from));
        int write = out.length;
        for (int i = from; i < to; i++) {
            char unit = chars[i];
            if (unit < 0x80) {
                target[write++] = table[unit];
            } else if (unit < 0x800) {
                target[write++] = table[0xC0 | (unit >> 6)];
                target[write++] = table[0x80 | (unit & 0x3F)];
            } else if (Character.isHighSurrogate(unit)) {
                write = appendSupplementary(Character.toCodePoint(unit, chars[++i]), target, write);
            } else {
                target[write++] = table[0xE0 | (unit >> 12)];
                target[write++] = table[0x80 | ((unit >> 6) & 0x3F)];
                target[write++] = table[0x80 | (unit & 0x3F)];
            }
        }
        out.length = write;
    }

    private static int appendSupplementary(int codePoint, char[] target, int at) {
        target[at] = CHARACTERS[0xF0 | (codePoint >> 18)];
        target[at + 1] = CHARACTERS[0x80 | ((codePoint >> 12) & 0x3F)];
        target[at + 2] = CHARACTERS[0x80 | ((codePoint >> 6) & 0x3F)];
        target[at + 3] = CHARACTERS[0x80 | (codePoint & 0x3F)];
        return at + 4;
    }
}
