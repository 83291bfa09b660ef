package dev.embeam.pipeline.gate;

import dev.embeam.evaluation.MeasureChange;
import dev.embeam.pipeline.launch.GateFailedException;
import java.util.List;

/**
 * How it went.
 *
 * @param passed whether the candidate has become the current snapshot
 * @param changes of all measures; empty where there was nothing to compare with
 * @param message one line on what came of it
 */
public record GateOutcome(boolean passed, List<MeasureChange> changes, String message) {
    /** Copies the list. */
    public GateOutcome {
        changes = List.copyOf(changes);
    }

    /**
     * Does nothing where the candidate has passed.
     *
     * @throws GateFailedException with the message, which gives the command the exit code of a failed gate
     */
    public void requirePassed() throws GateFailedException {
        if (!passed) {
            throw new GateFailedException(message);
        }
    }
}
