package dev.embeam.schema;

/**
 * A record that is no document, kept aside. It says where the record stands and what is wrong with it, never its text.
 *
 * @param file path of the input file
 * @param offset where the record starts: byte offset in the decompressed file, or row number in a Parquet file, from 0; for
 *     invalid UTF-8 the offset of the byte itself
 * @param line line number from 1, or 0 where it is not known (a file that is read in parts) or means nothing
 * @param id the record's id, or empty where it has none that can be read
 * @param reason why it failed
 * @param actual what was met
 * @param expected what was expected
 */
public record FailedRecord(
        String file, long offset, long line, String id, FailureReason reason, String actual, String expected) {

    /** One sentence for a person: where, what, expected. */
    public String message() {
        String place = line > 0 ? "line " + line + " (offset " + offset + ")" : "offset " + offset;
        String named = id.isEmpty() ? "" : " id \"" + id + "\"";
        return file + ", " + place + named + ": " + reason + ": " + actual + "; expected " + expected;
    }
}
