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
            int first = bytes[in];
            if (first >= 0) {
                int ascii = copyAscii(bytes, in, to, chars, out);
                in += ascii;
                out += ascii;
            } else if ((first & 0xf0) == 0xe0 && in + 2 < to) {
                int unit = (first & 0x0f) << 12 | (bytes[in + 1] & 0x3f) << 6 | (bytes[in + 2] & 0x3f);
                if (!continues(bytes[in + 1])
                        || !continues(bytes[in + 2])
                        || unit < 0x800
                        || (unit & 0xf800) == 0xd800) {
                    return -1 - in;
                }
                chars[out++] = (char) unit;
                in += 3;
            } else if ((first & 0xe0) == 0xc0 && in + 1 < to) {
                if (first < (byte) 0xc2 || !continues(bytes[in + 1])) {
                    return -1 - in;
                }
                chars[out++] = (char) ((first & 0x1f) << 6 | (bytes[in + 1] & 0x3f));
                in += 2;
            } else {
                int point = (first & 0xf8) == 0xf0 && in + 3 < to ? supplementary(bytes, in) : -1;
                if (point < 0) {
                    return -1 - in;
                }
                chars[out++] = Character.highSurrogate(point);
                chars[out++] = Character.lowSurrogate(point);
                in += 4;
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

    private static boolean continues(byte value) {
        return (value & 0xc0) == 0x80;
    }

    private static int supplementary(byte[] bytes, int at) {
        boolean whole = continues(bytes[at + 1]) && continues(bytes[at + 2]) && continues(bytes[at + 3]);
        int point = (bytes[at] & 0x07) << 18
                | (bytes[at + 1] & 0x3f) << 12
                | (bytes[at + 2] & 0x3f) << 6
                | (bytes[at + 3] & 0x3f);
        return whole && point >= Character.MIN_SUPPLEMENTARY_CODE_POINT && point <= Character.MAX_CODE_POINT
                ? point
                : -1;
    }
}
