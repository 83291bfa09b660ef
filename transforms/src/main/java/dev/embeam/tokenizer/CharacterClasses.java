package dev.embeam.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The classes of characters that cut texts, as the reference knows them, whatever the Java version; read once from
 * {@code characters.txt}, which says where they come from.
 */
final class CharacterClasses {
    /** Bits 0 to 4 hold the general category, 0 for unassigned; bits 5 to 7 the script. */
    private static final int CATEGORY = 0x1F;

    private static final int SCRIPT_SHIFT = 5;
    private static final int SCRIPT = 0x7 << SCRIPT_SHIFT;
    private static final int WORD = 1 << 8;
    private static final int REGEX_WORD = 1 << 9;
    private static final int PUNCTUATION = 1 << 10;
    private static final int NUMERIC = 1 << 11;
    private static final int CONTROL = 1 << 12;
    private static final int NONSPACING = 1 << 13;

    private static final Map<String, Integer> CATEGORIES = new TreeMap<>(Map.of("Cn", 0));
    private static final Map<String, Integer> SCRIPTS = new TreeMap<>();
    private static final CodePointMap FLAGS = new CodePointMap();

    static {
        read();
    }

    private CharacterClasses() {}

    /** ASCII punctuation, symbols included, and category P as the Rust crate unicode_categories knows it. */
    static boolean isPunctuation(int codePoint) {
        return (FLAGS.get(codePoint) & PUNCTUATION) != 0;
    }

    /** Category N as Rust knows it. */
    static boolean isNumeric(int codePoint) {
        return (FLAGS.get(codePoint) & NUMERIC) != 0;
    }

    /** {@code \w} of the Rust crate regex. Oniguruma's is {@link #oniguruma oniguruma("word")}. */
    static boolean isRegexWord(int codePoint) {
        return (FLAGS.get(codePoint) & REGEX_WORD) != 0;
    }

    /** What the BERT normalizer takes out when it cleans: controls, formats, private use, U+FFFD. */
    static boolean isBertControl(int codePoint) {
        return (FLAGS.get(codePoint) & CONTROL) != 0;
    }

    /** What the BERT normalizer takes for an accent. */
    static boolean isNonspacingMark(int codePoint) {
        return (FLAGS.get(codePoint) & NONSPACING) != 0;
    }

    /**
     * A class as Oniguruma knows it: a general category of one or two letters, a script of characters.txt, {@code word}
     * or {@code space}; null for every other name.
     */
    static @Nullable IntPredicate oniguruma(String name) {
        Integer script = SCRIPTS.get(name);
        if (script != null) {
            return codePoint -> (FLAGS.get(codePoint) & SCRIPT) == script << SCRIPT_SHIFT;
        }
        return switch (name) {
            case "word" -> codePoint -> (FLAGS.get(codePoint) & WORD) != 0;
            case "space" -> UnicodeTables::isWhiteSpace;
            default -> categories(name);
        };
    }

    /** All categories that begin with a name; at least one, or null. */
    private static @Nullable IntPredicate categories(String name) {
        int mask = 0;
        for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
            if (!name.isEmpty() && category.getKey().startsWith(name)) {
                mask |= 1 << category.getValue();
            }
        }
        int chosen = mask;
        return chosen == 0 ? null : codePoint -> (chosen >>> (FLAGS.get(codePoint) & CATEGORY) & 1) != 0;
    }

    private static void read() {
        int bits = 0;
        for (String line : lines()) {
            if (line.startsWith("@")) {
                bits = bitsOf(line.substring(1));
            } else if (!line.startsWith("#")) {
                for (String range : line.split(" ", -1)) {
                    mark(range, bits);
                }
            }
        }
    }

    private static String[] lines() {
        try (InputStream stream =
                Objects.requireNonNull(CharacterClasses.class.getResourceAsStream("characters.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1);
        } catch (IOException e) {
            throw new UncheckedIOException("characters.txt could not be read from the jar", e);
        }
    }

    private static int bitsOf(String section) {
        if (section.startsWith("category ")) {
            CATEGORIES.put(section.substring(9), CATEGORIES.size());
            // Letters, marks, decimal digits, letter numbers and connectors are word characters; @word lists the
            // others.
            boolean word = section.matches("category (L.|M.|Nd|Nl|Pc)");
            return (CATEGORIES.size() - 1) | (word ? WORD : 0);
        }
        if (section.startsWith("script ")) {
            SCRIPTS.put(section.substring(7), SCRIPTS.size() + 1);
            return SCRIPTS.size() << SCRIPT_SHIFT;
        }
        return switch (section) {
            case "word" -> WORD;
            case "regex-word" -> REGEX_WORD;
            case "punctuation" -> PUNCTUATION;
            case "numeric" -> NUMERIC;
            case "control" -> CONTROL;
            case "nonspacing" -> NONSPACING;
            default -> throw new IllegalStateException("characters.txt has an unknown section " + section);
        };
    }

    private static void mark(String range, int bits) {
        if (range.isEmpty()) {
            return;
        }
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
        for (int codePoint = first; codePoint <= last; codePoint++) {
            FLAGS.put(codePoint, FLAGS.get(codePoint) | bits);
        }
    }
}
