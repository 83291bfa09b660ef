package dev.embeam.fasttext;

/**
 * The tokens that training, predictions and the vectors of classifiers see: cut at space, TAB, LF, VT, FF, CR and NUL, and a
 * token {@code </s>} for every LF. A line ends with any {@code </s>}, typed ones included; a last line without LF just ends.
 */
public final class StreamTokens extends TokenCursor {
    private static final byte[] END = Dictionary.endOfLine();
    private static final int END_HASH = WordHash.of(END, 0, END.length);

    /** Over nothing yet. */
    public StreamTokens() {
        super(WHITESPACE | 1L);
    }

    @Override
    public boolean next() {
        while (at < end) {
            if (text[at] == '\n') {
                at++;
                set(END, 0, END.length, END_HASH);
                return true;
            }
            if (!separates(text[at])) {
                take();
                return true;
            }
            at++;
        }
        return false;
    }

    /** Whether the token is {@code </s>}. */
    public boolean endsLine() {
        return hash() == END_HASH && Dictionary.isEndOfLine(bytes(), from(), to());
    }
}
