package dev.embeam.schema;

/**
 * A file that is not what it should be: a model, an input file or one of our own outputs. Its message is one line: what was
 * met, where, what was expected.
 */
public final class CorruptDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param source the file
     * @param position where in the file, such as {@code "byte 12"} or {@code "model.vocab[3]"}; empty for the whole file
     * @param actual what was met
     * @param expected what was expected, and what to do about it
     */
    public CorruptDataException(String source, String position, String actual, String expected) {
        super(message(source, position, actual, expected));
    }

    /** The same, with the exception that revealed it. */
    public CorruptDataException(String source, String position, String actual, String expected, Throwable cause) {
        super(message(source, position, actual, expected), cause);
    }

    private static String message(String source, String position, String actual, String expected) {
        String where = position.isEmpty() ? source : source + ", " + position;
        return where + ": " + actual + "; expected " + expected;
    }
}
