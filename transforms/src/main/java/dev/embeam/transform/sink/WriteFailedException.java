package dev.embeam.transform.sink;

import java.io.IOException;

/** The output's file system refused what a job had to write: no room, no right, no connection. The message is one line. */
public final class WriteFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Wraps what the file system said. */
    WriteFailedException(OutputRun run, IOException cause) {
        super(
                "output " + run.output() + " cannot be written any more ("
                        + (cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage())
                        + "); expected room for the whole output and the right to write it; nothing is published; see to that"
                        + " or choose another --output, and run it again",
                cause);
    }
}
