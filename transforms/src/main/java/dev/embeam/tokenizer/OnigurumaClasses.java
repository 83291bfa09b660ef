package dev.embeam.tokenizer;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Oniguruma's named character classes in the syntax of {@code java.util.regex}: the class of the same meaning, put right
 * where the Unicode of the Java version in use differs.
 */
final class OnigurumaClasses {
    private static final Map<String, String> TRANSLATIONS = new ConcurrentHashMap<>();

    private OnigurumaClasses() {}

    /** A Java class in brackets for a name that {@link CharacterClasses#oniguruma} knows; null for others. */
    static @Nullable String translation(String name) {
        IntPredicate wanted = CharacterClasses.oniguruma(name);
        return wanted == null ? null : TRANSLATIONS.computeIfAbsent(name, n -> translate(n, wanted));
    }

    private static String translate(String name, IntPredicate wanted) {
        String base = base(name);
        BitSet missing = members(wanted);
        BitSet excess = matches(base);
        BitSet common = (BitSet) missing.clone();
        common.and(excess);
        missing.andNot(common);
        excess.andNot(common);
        String union = "[" + base + ranges(missing) + "]";
        return excess.isEmpty() ? union : "[" + union + "&&[^" + ranges(excess) + "]]";
    }

    private static String base(String name) {
        return switch (name) {
            case "word" -> "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}";
            case "space" -> "\\x{9}-\\x{D}\\x{20}";
            default -> name.length() > 2 ? "\\p{Is" + name + "}" : "\\p{" + name + "}";
        };
    }

    private static BitSet members(IntPredicate wanted) {
        BitSet members = new BitSet();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (!isSurrogate(codePoint) && wanted.test(codePoint)) {
                members.set(codePoint);
            }
        }
        return members;
    }

    /** What this Java version takes for members: runs of them in a text of all code points. */
    private static BitSet matches(String base) {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (!isSurrogate(codePoint)) {
                all.appendCodePoint(codePoint);
            }
        }
        BitSet matches = new BitSet();
        Matcher matcher = Pattern.compile("[" + base + "]+").matcher(all);
        while (matcher.find()) {
            matcher.group().codePoints().forEach(matches::set);
        }
        return matches;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String ranges(BitSet codePoints) {
        StringBuilder ranges = new StringBuilder();
        int start = codePoints.nextSetBit(0);
        while (start >= 0) {
            int end = codePoints.nextClearBit(start);
            ranges.append(literal(start)).append('-').append(literal(end - 1));
            start = codePoints.nextSetBit(end);
        }
        return ranges.toString();
    }

    /** One code point, safe inside and outside of brackets. */
    static String literal(int codePoint) {
        return String.format("\\x{%X}", codePoint);
    }
}
