package dev.embeam.tokenizer;

/** Cuts at white space, which is left out, and makes every punctuation character a piece of its own. */
final class BertPreTokenizer implements PreTokenizer {
    private static final byte TEXT = 0;
    private static final byte SPACE = 1;
    private static final byte PUNCTUATION = 2;
    private static final byte SURROGATE = 3;
    /** The class of every UTF-16 unit. */
    private static final byte[] CLASSES = classes();

    private static byte[] classes() {
        byte[] classes = new byte[0x10000];
        for (int unit = 0; unit < classes.length; unit++) {
            classes[unit] = Character.isSurrogate((char) unit) ? SURROGATE : classOf(unit);
        }
        return classes;
    }

    private static byte classOf(int codePoint) {
        if (UnicodeTables.isWhiteSpace(codePoint)) {
            return SPACE;
        }
        return CharacterClasses.isPunctuation(codePoint) ? PUNCTUATION : TEXT;
    }

    @Override
    public void split(Pieces in, Pieces out) {
        for (int i = 0; i < in.count(); i++) {
            int start = out.text.length;
            out.text.append(in.text.array, in.start(i), in.end(i));
            splitPiece(out, start);
        }
        out.firstStartsText = in.firstStartsText && in.count() > 0 && out.count() > 0 && out.start(0) == 0;
    }

    private static void splitPiece(Pieces out, int from) {
        char[] chars = out.text.array;
        int to = out.text.length;
        int start = from;
        for (int i = from; i < to; ) {
            byte kind = CLASSES[chars[i]];
            int next = i + 1;
            if (kind == SURROGATE) {
                kind = classOf(Character.codePointAt(chars, i, to));
                next = i + 2;
            }
            if (kind != TEXT) {
                out.add(start, i);
                if (kind == PUNCTUATION) {
                    out.add(i, next);
                }
                start = next;
            }
            i = next;
        }
        out.add(start, to);
    }
}
