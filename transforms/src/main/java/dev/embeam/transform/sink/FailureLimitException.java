package dev.embeam.transform.sink;

import dev.embeam.schema.FailedRecord;

/** More records failed than the settings allow. Nothing is published. The message is one line. */
public final class FailureLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailureLimitException(long count, long limit, FailedRecord first) {
        super(count + (count == 1 ? " record" : " records") + " failed, maxFailures is " + limit
                + "; nothing was written. First: " + first.message() + ". To go on without them: --maxFailures="
                + count);
    }
}
