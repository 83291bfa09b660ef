package dev.embeam.collection;

import dev.embeam.schema.FailureReason;

/** One record is no document: says why. Made without a stack trace, since a bad file may throw it for every record. */
final class RecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;
    private final String actual;
    private final String expected;

    RecordException(FailureReason reason, String actual, String expected) {
        super(actual, null, false, false);
        this.reason = reason;
        this.actual = actual;
        this.expected = expected;
    }

    FailureReason reason() {
        return reason;
    }

    String actual() {
        return actual;
    }

    String expected() {
        return expected;
    }
}
