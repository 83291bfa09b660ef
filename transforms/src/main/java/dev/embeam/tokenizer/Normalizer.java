package dev.embeam.tokenizer;

/** One step from text to text. Immutable and shared between threads; texts and scratch belong to the caller. */
interface Normalizer {
    /** How much of a text a step looks at to change one place of it. */
    enum Scope {
        /** One code point: the normal form of a text is that of its code points, one after another. */
        CODE_POINT,
        /** Some code points around it: see {@link #standsAlone}. */
        NEIGHBOURS,
        /** Possibly all of it, its ends or its position. */
        PIECE
    }

    /** Appends the normal form of {@code chars[from, to)} to {@code out}. The piece is valid UTF-16 and may be empty. */
    void normalize(char[] chars, int from, int to, Characters out);

    /** How far the step looks. */
    Scope scope();

    /**
     * For steps of scope {@code NEIGHBOURS}: whether a text may be cut between this code unit and any other that stands
     * alone, before and after, without a change of the result; what stands further off does not matter. So a text of
     * such units is normalised unit by unit. May say no to be safe; surrogates are never asked about. Asked once for a
     * code unit when a tokenizer is loaded.
     */
    default boolean standsAlone(char unit) {
        return scope() == Scope.CODE_POINT;
    }
}
