package dev.embeam.tokenizer;

/** One step from text to text. Immutable and shared between threads; texts and scratch belong to the caller. */
interface Normalizer {
    /** Appends the normal form of {@code chars[from, to)} to {@code out}. The piece is valid UTF-16 and may be empty. */
    void normalize(char[] chars, int from, int to, Characters out);

    /**
     * Whether this code unit stays what it is, whatever stands beside it, so that a text of such units alone need not be
     * normalised. May say no to be safe; a surrogate is never inert. Asked once a code unit when a tokenizer is loaded.
     */
    boolean isInert(char unit);

    /** Whether the step may change a text of inert units as a whole (such as a prefix that is put before every text). */
    default boolean changesEveryText() {
        return false;
    }
}
