package dev.embeam.pipeline.launch;

/** A command did its work, but what it made is worse than what was there, and waits aside. The message is one line. */
public final class GateFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what fell, and where the work waits. */
    public GateFailedException(String message) {
        super(message);
    }
}
