package dev.embeam.collection;

/** Where records of text end. One framing follows one file from a start of a record on, and may be handed it in pieces. */
interface Framing {
    /**
     * The index of the newline that ends the record, or -1 if it is not among bytes {@code from} to {@code to}; the next
     * call then goes on at {@code to}.
     */
    int end(byte[] bytes, int from, int to);

    /** Newlines inside the record just ended, which belong to it. */
    int innerNewlines();

    /** Makes ready for the next record. */
    void reset();
}
