package dev.embeam.tokenizer;

import java.util.Arrays;

/**
 * The normalisation forms of UAX 15 over {@link UnicodeTables}, whose tables are older than those of the JDK: U+32FF stays
 * what it is, for example.
 */
final class UnicodeNormalizer implements Normalizer {
    /** A normalisation form. */
    enum Form {
        NFC(false, true),
        NFD(false, false),
        NFKC(true, true),
        NFKD(true, false);

        private final boolean compatible;
        private final boolean composed;

        Form(boolean compatible, boolean composed) {
            this.compatible = compatible;
            this.composed = composed;
        }
    }

    private static final int SYLLABLES = 0xAC00;
    private static final int SYLLABLE_COUNT = 11_172;
    private static final int LEADS = 0x1100;
    private static final int LEAD_COUNT = 19;
    private static final int VOWELS = 0x1161;
    private static final int VOWEL_COUNT = 21;
    /** One before the first trailing consonant: index 0 means none. */
    private static final int TRAILS = 0x11A7;

    private static final int TRAIL_COUNT = 28;

    private final Form form;

    UnicodeNormalizer(Form form) {
        this.form = form;
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        int start = out.length;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            decompose(codePoint, out);
            i += Character.charCount(codePoint);
        }
        order(out, start);
        if (form.composed) {
            compose(out, start);
        }
    }

    @Override
    public Scope scope() {
        return Scope.NEIGHBOURS;
    }

    /** A text may be cut before a unit whose decomposition begins with a starter that never joins what is before it. */
    @Override
    public boolean standsAlone(char unit) {
        Characters decomposition = new Characters();
        decompose(unit, decomposition);
        int first = Character.codePointAt(decomposition.array, 0, decomposition.length);
        return UnicodeTables.combiningClass(first) == 0 && !(form.composed && composesBackward(first));
    }

    private static boolean composesBackward(int codePoint) {
        return UnicodeTables.composesBackward(codePoint)
                || (codePoint >= VOWELS && codePoint < VOWELS + VOWEL_COUNT)
                || (codePoint > TRAILS && codePoint < TRAILS + TRAIL_COUNT);
    }

    private void decompose(int codePoint, Characters out) {
        if (codePoint >= SYLLABLES && codePoint < SYLLABLES + SYLLABLE_COUNT) {
            decomposeSyllable(codePoint - SYLLABLES, out);
            return;
        }
        char[] parts = form.compatible ? UnicodeTables.compatibility(codePoint) : null;
        if (parts == null) {
            parts = UnicodeTables.canonical(codePoint);
        }
        if (parts == null) {
            out.appendCodePoint(codePoint);
        } else {
            out.append(parts, 0, parts.length);
        }
    }

    private static void decomposeSyllable(int index, Characters out) {
        out.append((char) (LEADS + index / (VOWEL_COUNT * TRAIL_COUNT)));
        out.append((char) (VOWELS + index % (VOWEL_COUNT * TRAIL_COUNT) / TRAIL_COUNT));
        if (index % TRAIL_COUNT != 0) {
            out.append((char) (TRAILS + index % TRAIL_COUNT));
        }
    }

    /** Sorts every run of combining marks by class, stably. */
    private static void order(Characters out, int start) {
        char[] text = out.array;
        for (int i = start; i < out.length; ) {
            int codePoint = Character.codePointAt(text, i, out.length);
            int width = Character.charCount(codePoint);
            if (UnicodeTables.combiningClass(codePoint) == 0) {
                i += width;
            } else {
                i = orderMarks(text, i, out.length);
            }
        }
    }

    /** Sorts the marks from {@code from} to the next starter and returns where that is. */
    private static int orderMarks(char[] text, int from, int length) {
        int end = from;
        int count = 0;
        boolean sorted = true;
        int last = 0;
        while (end < length) {
            int codePoint = Character.codePointAt(text, end, length);
            int combiningClass = UnicodeTables.combiningClass(codePoint);
            if (combiningClass == 0) {
                break;
            }
            sorted &= combiningClass >= last;
            last = combiningClass;
            end += Character.charCount(codePoint);
            count++;
        }
        if (!sorted) {
            sortMarks(text, from, end, count);
        }
        return end;
    }

    /** Class, then place: a text of marks alone must not take quadratic time. */
    private static void sortMarks(char[] text, int from, int end, int count) {
        long[] keyed = new long[count];
        int n = 0;
        for (int i = from; i < end; i += Character.charCount((int) keyed[n++] & 0x1FFFFF)) {
            int codePoint = Character.codePointAt(text, i, end);
            keyed[n] = ((long) UnicodeTables.combiningClass(codePoint) << 52) | ((long) n << 21) | codePoint;
        }
        Arrays.sort(keyed);
        int at = from;
        for (long key : keyed) {
            at += Character.toChars((int) key & 0x1FFFFF, text, at);
        }
    }

    /** Composes in place: what is written never overtakes what is read. */
    private static void compose(Characters out, int start) {
        char[] text = out.array;
        int write = start;
        int starterAt = -1;
        int starter = -1;
        int lastClass = 0;
        for (int read = start; read < out.length; ) {
            int codePoint = Character.codePointAt(text, read, out.length);
            read += Character.charCount(codePoint);
            int combiningClass = UnicodeTables.combiningClass(codePoint);
            boolean reachable = starter >= 0 && (lastClass == 0 || lastClass < combiningClass);
            int composite = reachable ? composite(starter, codePoint) : -1;
            if (composite >= 0) {
                write = replaceStarter(text, starterAt, starter, composite, write);
                starter = composite;
                continue;
            }
            if (combiningClass == 0) {
                starter = codePoint;
                starterAt = write;
            }
            lastClass = combiningClass;
            write += Character.toChars(codePoint, text, write);
        }
        out.length = write;
    }

    /** Writes the composite over its starter; the marks kept since then move when its width changes. */
    private static int replaceStarter(char[] text, int starterAt, int starter, int composite, int write) {
        int oldEnd = starterAt + Character.charCount(starter);
        int newEnd = starterAt + Character.charCount(composite);
        if (oldEnd != newEnd) {
            System.arraycopy(text, oldEnd, text, newEnd, write - oldEnd);
        }
        Character.toChars(composite, text, starterAt);
        return write + newEnd - oldEnd;
    }

    private static int composite(int first, int second) {
        if (first >= LEADS && first < LEADS + LEAD_COUNT && second >= VOWELS && second < VOWELS + VOWEL_COUNT) {
            return SYLLABLES + ((first - LEADS) * VOWEL_COUNT + second - VOWELS) * TRAIL_COUNT;
        }
        int syllable = first - SYLLABLES;
        boolean open = syllable >= 0 && syllable < SYLLABLE_COUNT && syllable % TRAIL_COUNT == 0;
        if (open && second > TRAILS && second < TRAILS + TRAIL_COUNT) {
            return first + second - TRAILS;
        }
        return UnicodeTables.composesBackward(second) ? UnicodeTables.compose(first, second) : -1;
    }
}
