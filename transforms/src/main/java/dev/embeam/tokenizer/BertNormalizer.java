package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * BERT's normalizer: takes control characters out and turns white space into spaces, puts spaces around Chinese characters,
 * takes accents off, turns to lower case; each of the four on its own switch, in this order.
 */
final class BertNormalizer implements Normalizer {
    private static final UnicodeNormalizer DECOMPOSITION = new UnicodeNormalizer(UnicodeNormalizer.Form.NFD);

    private final boolean cleans;
    private final boolean spacesChinese;
    private final boolean stripsAccents;
    private final boolean lowercases;

    private BertNormalizer(boolean cleans, boolean spacesChinese, boolean stripsAccents, boolean lowercases) {
        this.cleans = cleans;
        this.spacesChinese = spacesChinese;
        this.stripsAccents = stripsAccents;
        this.lowercases = lowercases;
    }

    /** Reads the four switches; {@code strip_accents} that is null does as {@code lowercase} does. */
    static BertNormalizer fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        boolean lowercases = object.flag("lowercase");
        return new BertNormalizer(
                object.flag("clean_text"),
                object.flag("handle_chinese_chars"),
                object.flag("strip_accents", lowercases),
                lowercases);
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        int start = out.length;
        clean(chars, from, to, out);
        if (stripsAccents) {
            int cleaned = out.length;
            DECOMPOSITION.normalize(out.array, start, cleaned, out);
            drop(out, start, cleaned);
            removeAccents(out, start);
        }
        if (lowercases) {
            lowercase(out, start);
        }
    }

    private void clean(char[] chars, int from, int to, Characters out) {
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            i += Character.charCount(codePoint);
            if (cleans && UnicodeTables.isWhiteSpace(codePoint) && !CharacterClasses.isBertControl(codePoint)) {
                out.append(' ');
            } else if (spacesChinese && isChinese(codePoint)) {
                out.append(' ');
                out.appendCodePoint(codePoint);
                out.append(' ');
            } else if (!cleans || !CharacterClasses.isBertControl(codePoint)) {
                out.appendCodePoint(codePoint);
            }
        }
    }

    /** Ideographs. U+2B820 to U+2B91F belong here but are left out, as they are in the reference. */
    private static boolean isChinese(int codePoint) {
        return (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
                || (codePoint >= 0x2A700 && codePoint <= 0x2B81F)
                || (codePoint >= 0x2B920 && codePoint <= 0x2CEAF)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }

    /** Takes the units from {@code from} to {@code to} out. */
    private static void drop(Characters text, int from, int to) {
        System.arraycopy(text.array, to, text.array, from, text.length - to);
        text.length -= to - from;
    }

    private static void removeAccents(Characters text, int start) {
        char[] chars = text.array;
        int write = start;
        for (int i = start; i < text.length; ) {
            int codePoint = Character.codePointAt(chars, i, text.length);
            i += Character.charCount(codePoint);
            if (!CharacterClasses.isNonspacingMark(codePoint)) {
                write += Character.toChars(codePoint, chars, write);
            }
        }
        text.length = write;
    }

    /** Appends the lower-case form of the text from {@code start}, then takes the text itself out. */
    private static void lowercase(Characters text, int start) {
        int end = text.length;
        for (int i = start; i < end; ) {
            int codePoint = Character.codePointAt(text.array, i, end);
            i += Character.charCount(codePoint);
            char[] lower = UnicodeTables.lowercase(codePoint);
            if (lower == null) {
                text.appendCodePoint(codePoint);
            } else {
                text.append(lower, 0, lower.length);
            }
        }
        drop(text, start, end);
    }

    @Override
    public Scope scope() {
        return stripsAccents ? Scope.NEIGHBOURS : Scope.CODE_POINT;
    }

    /** What is taken out before accents are put in order lets those around it meet, so it does not stand alone. */
    @Override
    public boolean standsAlone(char unit) {
        return !stripsAccents || (DECOMPOSITION.standsAlone(unit) && !(cleans && CharacterClasses.isBertControl(unit)));
    }
}
