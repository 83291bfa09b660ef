package dev.embeam.fasttext;

/**
 * Walks over the tokens of bytes without copying them. The token's bytes are {@code bytes()[from(), to())} until the next
 * step. Only single bytes separate; no-break and wide spaces are ordinary characters. Not thread-safe.
 */
public abstract sealed class TokenCursor permits StreamTokens, WhitespaceTokens {
    /** One bit for each of the first 64 bytes: space, TAB, LF, VT, FF and CR. */
    static final long WHITESPACE = 1L << ' ' | 1L << '\t' | 1L << '\n' | 1L << 0x0B | 1L << '\f' | 1L << '\r';

    private final long separators;

    byte[] text = new byte[0];
    int at;
    int end;

    private byte[] bytes = text;
    private int from;
    private int to;
    private int hash;

    TokenCursor(long separators) {
        this.separators = separators;
    }

    /** Goes to the first token of {@code newText[first, last)}, which must not change meanwhile. */
    public final void start(byte[] newText, int first, int last) {
        text = newText;
        at = first;
        end = last;
    }

    /** Goes to the next token; false if there is none. */
    public abstract boolean next();

    /** Where the token's bytes are. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Where the token begins in {@link #bytes}. */
    public final int from() {
        return from;
    }

    /** Where it ends. */
    public final int to() {
        return to;
    }

    /** The token's {@link WordHash}. */
    public final int hash() {
        return hash;
    }

    /** Where the text goes on behind the token. */
    public final int position() {
        return at;
    }

    final boolean separates(byte next) {
        return next >= 0 && next <= ' ' && (separators >>> next & 1) != 0;
    }

    /** Takes the bytes up to the next separator, of which there is at least one. */
    final void take() {
        int start = at;
        int last = at;
        int sum = WordHash.START;
        while (last < end && !separates(text[last])) {
            sum = WordHash.add(sum, text[last++]);
        }
        at = last;
        set(text, start, last, sum);
    }

    final void set(byte[] newBytes, int newFrom, int newTo, int newHash) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        hash = newHash;
    }
}
