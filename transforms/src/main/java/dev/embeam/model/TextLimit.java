package dev.embeam.model;

/** Cuts texts to a number of characters (code points; a lone surrogate is one). */
record TextLimit(long characters) {
    static final TextLimit NONE = new TextLimit(Long.MAX_VALUE);

    /** Where the text {@code chars[from, to)} ends when it is cut: {@code to} when it is short enough. */
    int end(char[] chars, int from, int to) {
        if (to - from <= characters) {
            return to;
        }
        int at = from;
        for (long left = characters; left > 0 && at < to; left--) {
            boolean pair =
                    Character.isHighSurrogate(chars[at]) && at + 1 < to && Character.isLowSurrogate(chars[at + 1]);
            at += pair ? 2 : 1;
        }
        return at;
    }
}
