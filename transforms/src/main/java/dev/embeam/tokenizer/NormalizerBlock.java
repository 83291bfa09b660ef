package dev.embeam.tokenizer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are run together, piece after piece. Where a text is made of code units that stand alone in every step, their
 * normal forms are read off a table of 65,536 entries; only around the other units are the steps run, over as little text
 * as decides the result. For this at most one step of a block may look at neighbours: the units at a cut reach it
 * unchanged in number, and whatever it makes of them the others take code point by code point.
 */
final class NormalizerBlock {
    /** In {@link #single}: the unit has no normal form of exactly one unit. A noncharacter, so no loss for U+FFFF. */
    private static final char NONE = 0xFFFF;

    private final List<Normalizer> steps;
    private final char[] single;
    private final char[] @Nullable [] several;
    private final boolean tabled;

    NormalizerBlock(List<Normalizer> steps) {
        this.steps = List.copyOf(steps);
        this.tabled = steps.get(0).scope() != Normalizer.Scope.PIECE;
        this.single = new char[tabled ? 0x10000 : 0];
        this.several = new char[tabled ? 0x10000 : 0][];
        if (tabled) {
            fillTable();
        }
    }

    private void fillTable() {
        Characters text = new Characters();
        Characters scratch = new Characters();
        char[] unit = new char[1];
        for (int c = 0; c < 0x10000; c++) {
            unit[0] = (char) c;
            single[c] = NONE;
            if (c != NONE && !Character.isSurrogate((char) c) && standsAlone(unit, text, scratch)) {
                if (text.length == 1) {
                    single[c] = text.array[0];
                } else {
                    several[c] = text.toString().toCharArray();
                }
            }
        }
    }

    /** Whether a unit stands alone in every step on its way; leaves its normal form in {@code text}. */
    private boolean standsAlone(char[] unit, Characters text, Characters scratch) {
        text.clear();
        text.append(unit[0]);
        for (Normalizer step : steps) {
            for (int i = 0; i < text.length; i++) {
                if (Character.isSurrogate(text.array[i]) || !step.standsAlone(text.array[i])) {
                    return false;
                }
            }
            scratch.clear();
            step.normalize(text.array, 0, text.length, scratch);
            text.clear();
            text.append(scratch.array, 0, scratch.length);
            if (text.length == 0 || text.array[0] == NONE) {
                return false;
            }
        }
        return true;
    }

    /** Appends the normal form of a piece to {@code out}. */
    void normalize(char[] chars, int from, int to, Characters out, Characters first, Characters second) {
        if (!tabled) {
            runSteps(chars, from, to, out, first, second);
            return;
        }
        int done = from;
        while (done < to) {
            int stop = copySingles(chars, done, to, out);
            done = stop;
            if (stop < to) {
                char[] form = several[chars[stop]];
                if (form != null && (stop + 1 == to || isAlone(chars[stop + 1]))) {
                    out.append(form, 0, form.length);
                    done = stop + 1;
                } else {
                    done = normalizeAround(chars, stop, to, out, first, second);
                }
            }
        }
    }

    /** Appends the forms of units up to the first that has none of one unit, or that another may yet join. */
    private int copySingles(char[] chars, int from, int to, Characters out) {
        char[] table = single;
        char[] target = out.reserve(to - from);
        int write = out.length;
        int i = from;
        while (i < to) {
            char form = table[chars[i]];
            if (form == NONE) {
                break;
            }
            target[write++] = form;
            i++;
        }
        // The unit before one that does not stand alone belongs to it: it is taken back, here by not being counted.
        if (i > from && i < to && !isAlone(chars[i])) {
            i--;
            write--;
        }
        out.length = write;
        return i;
    }

    /** Runs the steps over the text from {@code at} to the first place where two units that stand alone meet. */
    private int normalizeAround(char[] chars, int at, int to, Characters out, Characters first, Characters second) {
        int end = at + 1;
        while (end < to && !(isAlone(chars[end - 1]) && isAlone(chars[end]))) {
            end++;
        }
        runSteps(chars, at, end, out, first, second);
        return end;
    }

    private boolean isAlone(char unit) {
        return single[unit] != NONE || several[unit] != null;
    }

    private void runSteps(char[] chars, int from, int to, Characters out, Characters first, Characters second) {
        char[] source = chars;
        int start = from;
        int end = to;
        int last = steps.size() - 1;
        for (int i = 0; i < last; i++) {
            Characters target = source == first.array ? second : first;
            target.clear();
            steps.get(i).normalize(source, start, end, target);
            source = target.array;
            start = 0;
            end = target.length;
        }
        steps.get(last).normalize(source, start, end, out);
    }
}
