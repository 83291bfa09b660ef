package dev.embeam.tokenizer;

/**
 * Extended grapheme clusters (UAX 29) as far as a cluster of fewer than six UTF-8 bytes may depend on them. Pairs of
 * regional indicators and Indic conjuncts are not joined: every part of them that could be that short has no entry in a
 * character table.
 */
final class GraphemeClusters {
    private static final int JOINER = 0x200D;

    private GraphemeClusters() {}

    /** Where the cluster that starts at {@code from} ends. */
    static int end(char[] chars, int from, int to) {
        int end = from;
        int previous = -1;
        boolean joinsPictograph = false;
        while (end < to) {
            int codePoint = Character.codePointAt(chars, end, to);
            boolean afterJoiner = previous == JOINER && joinsPictograph && UnicodeTables.isPictographic(codePoint);
            if (previous >= 0 && !afterJoiner && !joins(previous, codePoint)) {
                break;
            }
            joinsPictograph = UnicodeTables.isPictographic(codePoint)
                    || (joinsPictograph && UnicodeTables.extendsGrapheme(codePoint));
            previous = codePoint;
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static boolean joins(int before, int after) {
        if (before == '\r' || after == '\r' || isControl(before) || isControl(after)) {
            return before == '\r' && after == '\n';
        }
        return UnicodeTables.extendsGrapheme(after) || isPrepend(before) || joinsHangul(before, after);
    }

    /** Whether a unit is the end of a cluster and the start of the next whatever units of this kind stand beside it. */
    static boolean standsAlone(char unit) {
        return unit != '\r'
                && unit != '\n'
                && !UnicodeTables.extendsGrapheme(unit)
                && !isPrepend(unit)
                && !isLead(unit)
                && !isVowel(unit)
                && !isTrail(unit);
    }

    /** Controls beyond the basic plane take four bytes, and six with any mark. */
    private static boolean isControl(int c) {
        return c <= 0x1F
                || (c >= 0x7F && c <= 0x9F)
                || c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF0 && c <= 0xFFFB);
    }

    private static boolean isPrepend(int c) {
        return (c >= 0x600 && c <= 0x605)
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0xD4E;
    }

    private static boolean joinsHangul(int before, int after) {
        if (isLead(before)) {
            return isLead(after) || isVowel(after) || isSyllable(after);
        }
        boolean open = isVowel(before) || (isSyllable(before) && (before - 0xAC00) % 28 == 0);
        if (open) {
            return isVowel(after) || isTrail(after);
        }
        return (isTrail(before) || isSyllable(before)) && isTrail(after);
    }

    private static boolean isLead(int c) {
        return (c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97C);
    }

    private static boolean isVowel(int c) {
        return (c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6);
    }

    private static boolean isTrail(int c) {
        return (c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FB);
    }

    private static boolean isSyllable(int c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }
}
