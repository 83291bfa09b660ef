package dev.embeam.tokenizer;

import java.util.function.IntPredicate;

/** The loop of pre-tokenizers that cut at single characters and leave them out. */
final class Cutter {
    private Cutter() {}

    static void cut(Pieces in, Pieces out, IntPredicate isSeparator) {
        char[] chars = in.text.array;
        for (int i = 0; i < in.count(); i++) {
            int shift = out.text.length - in.start(i);
            out.text.append(chars, in.start(i), in.end(i));
            int start = in.start(i);
            for (int at = start; at < in.end(i); ) {
                int codePoint = Character.codePointAt(chars, at, in.end(i));
                int next = at + Character.charCount(codePoint);
                if (isSeparator.test(codePoint)) {
                    out.add(start + shift, at + shift);
                    start = next;
                }
                at = next;
            }
            out.add(start + shift, in.end(i) + shift);
        }
        out.firstStartsText = keepsStart(in, out);
    }

    private static boolean keepsStart(Pieces in, Pieces out) {
        return in.firstStartsText && in.count() > 0 && out.count() > 0 && out.start(0) == 0;
    }
}
