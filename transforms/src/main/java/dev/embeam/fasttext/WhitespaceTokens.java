package dev.embeam.fasttext;

/**
 * The tokens of word vectors and of sentences of word vectors: cut at space, TAB, LF, VT, FF and CR, as C++ streams do. NUL
 * is part of a token, nothing is added at the end of a line, and a typed {@code </s>} is a word like others.
 */
public final class WhitespaceTokens extends TokenCursor {
    /** Over nothing yet. */
    public WhitespaceTokens() {
        super(WHITESPACE);
    }

    @Override
    public boolean next() {
        while (at < end && separates(text[at])) {
            at++;
        }
        if (at == end) {
            return false;
        }
        take();
        return true;
    }
}
