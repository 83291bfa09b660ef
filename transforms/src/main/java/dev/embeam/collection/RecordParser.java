package dev.embeam.collection;

/** Finds the wanted fields of a record of text. */
interface RecordParser {
    /**
     * Sets the values of the record in {@code chars}, 0 to {@code length}; they may lie in that array.
     *
     * @return false if there is no record, as in a blank line
     * @throws RecordException if it is broken
     */
    boolean parse(char[] chars, int length, RecordValues values) throws RecordException;
}
