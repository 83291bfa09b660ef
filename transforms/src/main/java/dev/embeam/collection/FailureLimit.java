package dev.embeam.collection;

import dev.embeam.schema.FailedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts the failed records of one reader, and stops it when they are more than are let pass. The limit holds for the whole
 * run, but a reader knows only of its own: it stops what has surely gone wrong early, and the end of the run decides the
 * rest. Not thread-safe.
 */
public final class FailureLimit {
    private final long allowed;
    private long count;
    private @Nullable FailedRecord first;

    /** Lets {@code allowed} failures pass. */
    public FailureLimit(long allowed) {
        this.allowed = allowed;
    }

    /** Counts one more. */
    void count(FailedRecord failure) {
        count++;
        FailedRecord earliest = first == null ? failure : first;
        first = earliest;
        if (count > allowed) {
            throw new TooManyFailuresException(count, earliest);
        }
    }
}
