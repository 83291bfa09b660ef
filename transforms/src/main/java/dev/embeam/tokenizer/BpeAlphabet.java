package dev.embeam.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The ids BPE starts from: of every character at its place in a word, since all but the first may bear a prefix and the last
 * a suffix, or of the bytes of a character the vocabulary lacks.
 */
final class BpeAlphabet {
    private final Vocabulary vocabulary;
    private final String prefix;
    private final String suffix;
    /** By place (first, last): one more than the id of a code point. Places that look alike share a map. */
    private final CodePointMap[] characters;

    private final int[] byteIds;
    private final boolean fallsBack;

    BpeAlphabet(Vocabulary vocabulary, String prefix, String suffix, boolean byteFallback) {
        this.vocabulary = vocabulary;
        this.prefix = prefix;
        this.suffix = suffix;
        this.fallsBack = byteFallback;
        this.byteIds = byteIds(vocabulary);
        CodePointMap first = characters("", "");
        CodePointMap inner = prefix.isEmpty() ? first : characters(prefix, "");
        CodePointMap only = suffix.isEmpty() ? first : characters("", suffix);
        CodePointMap last = suffix.isEmpty() ? inner : prefix.isEmpty() ? only : characters(prefix, suffix);
        this.characters = new CodePointMap[] {inner, last, first, only};
    }

    private CodePointMap characters(String before, String after) {
        CodePointMap map = new CodePointMap();
        for (int i = 0; i < vocabulary.tokens.size(); i++) {
            String token = vocabulary.tokens.get(i);
            int end = token.length() - after.length();
            if (before.length() < end && token.startsWith(before) && token.endsWith(after)) {
                int codePoint = token.codePointAt(before.length());
                if (before.length() + Character.charCount(codePoint) == end) {
                    map.put(codePoint, vocabulary.id(i) + 1);
                }
            }
        }
        return map;
    }

    private static int[] byteIds(Vocabulary vocabulary) {
        int[] found = new int[256];
        for (int i = 0; i < found.length; i++) {
            OptionalInt id = vocabulary.idOf(String.format("<0x%02X>", i));
            found[i] = id.orElse(-1);
        }
        return found;
    }

    /** The id of a character at a place of a word, or -1. */
    int id(int codePoint, boolean first, boolean last) {
        return characters[(first ? 2 : 0) + (last ? 1 : 0)].get(codePoint) - 1;
    }

    /** Writes the ids of the bytes of a character, prefix and suffix included; returns how many, 0 if one is missing. */
    int bytes(int codePoint, boolean first, boolean last, int[] target, int at) {
        if (!fallsBack) {
            return 0;
        }
        byte[] bytes = ((first ? "" : prefix) + Character.toString(codePoint) + (last ? suffix : ""))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int id = byteIds[bytes[i] & 0xFF];
            if (id < 0) {
                return 0;
            }
            target[at + i] = id;
        }
        return bytes.length;
    }

    /** The most ids one character may start with. */
    int mostIds() {
        return fallsBack ? 4 + 3 * (prefix.length() + suffix.length()) : 1;
    }
}
