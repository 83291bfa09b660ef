package dev.embeam.pipeline.launch;

/** A job that was started and failed; its message is one line for a person. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps what the runner threw. */
    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
