package dev.embeam.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The table inside a SentencePiece model that maps byte strings to their normal form: a double array of 32-bit units as
 * the Darts library writes it, and a pool of texts that end with NUL.
 */
final class Charsmap {
    /** What {@link #find} answers when no entry begins the bytes. */
    static final long NOTHING = -1;

    private final int[] units;
    private final Map<Integer, char[]> texts;

    private Charsmap(int[] units, Map<Integer, char[]> texts) {
        this.units = units;
        this.texts = texts;
    }

    /** Reads the table; {@code where} names its place in messages. */
    static Charsmap parse(byte[] bytes, String where) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int trieBytes = bytes.length < 8 ? -1 : buffer.getInt();
        if (trieBytes < 4 || trieBytes % 4 != 0 || trieBytes > bytes.length - 4) {
            throw JsonObject.refusal(
                    where,
                    "a table of " + bytes.length + " bytes that says " + trieBytes,
                    "4 + the stated size or more");
        }
        int[] units = new int[trieBytes / 4];
        buffer.asIntBuffer().get(units);
        return new Charsmap(units, texts(bytes, 4 + trieBytes, where));
    }

    /** Every place a text may be read from is known beforehand: a value that points elsewhere is no entry. */
    private static Map<Integer, char[]> texts(byte[] bytes, int pool, String where) {
        Map<Integer, char[]> texts = new HashMap<>();
        int start = pool;
        for (int i = pool; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                texts.put(start - pool, decode(bytes, start, i, where));
                start = i + 1;
            }
        }
        return texts;
    }

    private static char[] decode(byte[] bytes, int from, int to, String where) {
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, from, to - from);
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString().toCharArray();
        } catch (CharacterCodingException e) {
            throw JsonObject.refusal(where, "a replacement that is not UTF-8 at byte " + from, "UTF-8");
        }
    }

    /**
     * Looks for an entry that begins {@code bytes[from, to)}: the shortest, or the longest.
     *
     * @return its length in the upper and its text's key in the lower half, or {@link #NOTHING}
     */
    long find(byte[] bytes, int from, int to, boolean longest) {
        long found = NOTHING;
        int at = offset(units[0]);
        for (int i = from; i < to; i++) {
            int label = bytes[i] & 0xFF;
            at ^= label;
            if (label == 0 || at >= units.length || (units[at] & 0x8000_00FF) != label) {
                break;
            }
            int unit = units[at];
            at ^= offset(unit);
            if ((unit & 0x100) != 0 && at < units.length) {
                found = ((long) (i + 1 - from) << 32) | (units[at] & 0x7FFF_FFFF);
                if (!longest) {
                    break;
                }
            }
            if (at >= units.length) {
                break;
            }
        }
        return found;
    }

    /** The text of a key that {@link #find} gave. */
    char[] text(long found, String where) {
        char[] text = texts.get((int) found);
        if (text == null) {
            throw JsonObject.refusal(where, "an entry whose text starts at " + (int) found, "the start of a text");
        }
        return text;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & 0x200) >>> 6);
    }
}
