package dev.embeam.tokenizer;

/** Runs of word characters and runs of what is neither word character nor white space: {@code \w+|[^\w\s]+}. */
final class Whitespace implements PreTokenizer {
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
        boolean inWord = false;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int next = i + Character.charCount(codePoint);
            boolean word = CharacterClasses.isRegexWord(codePoint);
            if (UnicodeTables.isWhiteSpace(codePoint)) {
                out.add(start, i);
                start = next;
            } else if (word != inWord) {
                out.add(start, i);
                start = i;
            }
            inWord = word;
            i = next;
        }
        out.add(start, to);
    }
}
