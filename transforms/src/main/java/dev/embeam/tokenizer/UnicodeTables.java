package dev.embeam.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Unicode properties that decide ids, read once from {@code unicode.txt}; see there where they come from. */
final class UnicodeTables {
    private static final UnicodeTables TABLES = read();

    private final CodePointMap combiningClass = new CodePointMap();
    private final CodePointMap canonical = new CodePointMap();
    private final CodePointMap compatibility = new CodePointMap();
    private final CodePointMap lowercase = new CodePointMap();
    private final CodePointMap composesBackward = new CodePointMap();
    private final CodePointMap marks = new CodePointMap();
    private final CodePointMap graphemeExtend = new CodePointMap();
    private final CodePointMap pictographic = new CodePointMap();
    private final List<char[]> texts = new ArrayList<>();
    private long[] pairs = new long[0];
    private int[] composites = new int[0];

    private UnicodeTables() {
        texts.add(new char[0]);
    }

    /** Canonical combining class; 0 for starters. */
    static int combiningClass(int codePoint) {
        return TABLES.combiningClass.get(codePoint);
    }

    /** The whole canonical decomposition, or null when there is none. Hangul is left to arithmetic. */
    static char @Nullable [] canonical(int codePoint) {
        return TABLES.text(TABLES.canonical.get(codePoint));
    }

    /** The whole compatibility decomposition where it differs from the canonical one, or null. */
    static char @Nullable [] compatibility(int codePoint) {
        return TABLES.text(TABLES.compatibility.get(codePoint));
    }

    /** The full lower-case form, or null when the code point is its own. */
    static char @Nullable [] lowercase(int codePoint) {
        return TABLES.text(TABLES.lowercase.get(codePoint));
    }

    /** Whether a canonical composition may take this code point as its second half. */
    static boolean composesBackward(int codePoint) {
        return TABLES.composesBackward.get(codePoint) != 0;
    }

    /** The canonical composite of two code points, or -1. Hangul is left to arithmetic. */
    static int compose(int first, int second) {
        int at = Arrays.binarySearch(TABLES.pairs, pair(first, second));
        return at < 0 ? -1 : TABLES.composites[at];
    }

    /** Whether StripAccents takes the code point out. */
    static boolean isMark(int codePoint) {
        return TABLES.marks.get(codePoint) != 0;
    }

    /** Whether the code point joins the grapheme cluster before it (Extend, SpacingMark or ZWJ of UAX 29). */
    static boolean extendsGrapheme(int codePoint) {
        return TABLES.graphemeExtend.get(codePoint) != 0;
    }

    /** Extended_Pictographic. */
    static boolean isPictographic(int codePoint) {
        return TABLES.pictographic.get(codePoint) != 0;
    }

    /** Unicode White_Space; the set has not changed since Unicode 6.3. */
    static boolean isWhiteSpace(int codePoint) {
        return codePoint <= 0x20
                ? codePoint == 0x20 || (codePoint >= 0x9 && codePoint <= 0xD)
                : codePoint >= 0x85 && isWhiteSpaceBeyondAscii(codePoint);
    }

    private static boolean isWhiteSpaceBeyondAscii(int codePoint) {
        return switch (codePoint) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> codePoint >= 0x2000 && codePoint <= 0x200A;
        };
    }

    private char @Nullable [] text(int index) {
        return index == 0 ? null : texts.get(index);
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }

    private static UnicodeTables read() {
        UnicodeTables tables = new UnicodeTables();
        String section = "";
        List<long[]> compositions = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("@")) {
                section = line;
            } else if (!line.startsWith("#")) {
                tables.add(section, line.split(" ", -1), compositions);
            }
        }
        tables.sortCompositions(compositions);
        return tables;
    }

    private static List<String> lines() {
        try (InputStream stream = Objects.requireNonNull(UnicodeTables.class.getResourceAsStream("unicode.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("unicode.txt could not be read from the jar", e);
        }
    }

    private void add(String section, String[] fields, List<long[]> compositions) {
        switch (section) {
            case "@combining-class" -> putRange(combiningClass, fields[0], Integer.parseInt(fields[1]));
            case "@canonical" -> putText(canonical, fields);
            case "@compatibility" -> putText(compatibility, fields);
            case "@lowercase" -> putText(lowercase, fields);
            case "@composition" -> compositions.add(composition(fields));
            case "@mark" -> putRange(marks, fields[0], 1);
            case "@grapheme-extend" -> putRange(graphemeExtend, fields[0], 1);
            case "@pictographic" -> putRange(pictographic, fields[0], 1);
            default -> throw new IllegalStateException("unicode.txt has an unknown section " + section);
        }
    }

    private static void putRange(CodePointMap map, String range, int value) {
        int dash = range.indexOf('-');
        int first = hex(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : hex(range.substring(dash + 1));
        for (int codePoint = first; codePoint <= last; codePoint++) {
            map.put(codePoint, value);
        }
    }

    private void putText(CodePointMap map, String[] fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < fields.length; i++) {
            text.appendCodePoint(hex(fields[i]));
        }
        map.put(hex(fields[0]), texts.size());
        texts.add(text.toString().toCharArray());
    }

    private long[] composition(String[] fields) {
        int second = hex(fields[1]);
        composesBackward.put(second, 1);
        return new long[] {pair(hex(fields[0]), second), hex(fields[2])};
    }

    private void sortCompositions(List<long[]> compositions) {
        compositions.sort((a, b) -> Long.compare(a[0], b[0]));
        pairs = compositions.stream().mapToLong(c -> c[0]).toArray();
        composites = compositions.stream().mapToInt(c -> (int) c[1]).toArray();
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
