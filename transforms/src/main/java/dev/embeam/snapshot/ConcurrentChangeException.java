package dev.embeam.snapshot;

/** Another run committed to the table since this one looked at it; nothing was changed. */
public final class ConcurrentChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConcurrentChangeException(String message) {
        super(message);
    }

    ConcurrentChangeException(String message, Exception cause) {
        super(message, cause);
    }
}
