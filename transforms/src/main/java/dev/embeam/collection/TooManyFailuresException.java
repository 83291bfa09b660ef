package dev.embeam.collection;

import dev.embeam.schema.FailedRecord;

/** More records failed than are let pass. The message is one line: how many, the first of them, and how to go on. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Failures met, the first of which is described. */
    public TooManyFailuresException(long count, FailedRecord first) {
        super(count + (count == 1 ? " record" : " records") + " cannot be used, first " + first.message()
                + "; pass --maxFailures=N to go on with up to N failed records in the whole run");
    }

    /** Failures of all readers together, more than the {@code allowed} ones. */
    public TooManyFailuresException(long count, long allowed) {
        super(count + " records of the collection cannot be used; expected at most " + allowed
                + " (--maxFailures); correct them, which inspect tells apart, or pass --maxFailures=" + count);
    }
}
