package dev.embeam.collection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 after the Unicode Standard, table 3-7: overlong forms, surrogates and what lies above U+10FFFF are refused.
 * Stateless.
 */
final class Utf8 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /**
     * Decodes bytes {@code from} to {@code to} into {@code chars} from 0 on, which has room for as many code units as there
     * are bytes.
     *
     * @return the number of code units, or, where the bytes are not UTF-8, {@code -1 - i} with the index {@code i} of the
     *     first byte of the first sequence that is none
     */
    static int decode(byte[] bytes, int from, int to, char[] chars) {
        int in = from;
        int out = 0;
        while (in < to) {
            int ascii = copyAscii(bytes, in, to, chars, out);
            in += ascii;
            out += ascii;
            int threes = copyThrees(bytes, in, to, chars, out);
            in += 3 * threes;
            out += threes;
            if (ascii + threes == 0) {
                int length = decodeOne(bytes, in, to, chars, out);
                if (length == 0) {
                    return -1 - in;
                }
                in += length;
                out += length == 4 ? 2 : 1;
            }
        }
        return out;
    }

    /** How many bytes {@code length} code units take, counting two for each surrogate. */
    static long encodedLength(char[] chars, int length) {
        long bytes = 0;
        for (int i = 0; i < length; i++) {
            bytes += chars[i] < 0x80 ? 1 : chars[i] < 0x800 || Character.isSurrogate(chars[i]) ? 2 : 3;
        }
        return bytes;
    }

    private static int copyAscii(byte[] bytes, int from, int to, char[] chars, int out) {
        int in = from;
        int target = out;
        while (in + Long.BYTES <= to) {
            long eight = (long) LONG.get(bytes, in);
            if ((eight & HIGH_BITS) != 0) {
                break;
            }
            for (int i = 0; i < Long.BYTES; i++) {
                chars[target + i] = (char) bytes[in + i];
            }
            in += Long.BYTES;
            target += Long.BYTES;
        }
        while (in < to && bytes[in] >= 0) {
            chars[target++] = (char) bytes[in++];
        }
        return in - from;
    }

    /** Copies characters of three bytes, as kana and kanji are, while there are any; gives how many. */
    private static int copyThrees(byte[] bytes, int from, int to, char[] chars, int out) {
        int target = out;
        // Four bytes are loaded for three.
        for (int in = from; in + Integer.BYTES <= to; in += 3) {
            int three = (int) INT.get(bytes, in) >>> Byte.SIZE;
            int unit = (three >>> 4 & 0xf000) | (three >>> 2 & 0x0fc0) | (three & 0x3f);
            if ((three & 0xf0c0c0) != 0xe08080 || unit < 0x800 || (unit & 0xf800) == 0xd800) {
                break;
            }
            chars[target++] = (char) unit;
        }
        return target - out;
    }

    /** Decodes a character of more than one byte; gives its length, or 0 if it is none. */
    private static int decodeOne(byte[] bytes, int in, int to, char[] chars, int out) {
        int first = bytes[in] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || in + length > to) {
            return 0;
        }
        int point = first & (0x7f >> length);
        for (int i = in + 1; i < in + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
            point = point << 6 | (bytes[i] & 0x3f);
        }
        boolean overlong = point < (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80);
        if (overlong || point > Character.MAX_CODE_POINT || (point & ~0x7ff) == Character.MIN_SURROGATE) {
            return 0;
        }
        Character.toChars(point, chars, out);
        return length;
    }
}
