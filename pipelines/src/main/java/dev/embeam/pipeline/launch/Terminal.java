package dev.embeam.pipeline.launch;

import java.io.PrintStream;

/**
 * Where a command speaks to its user.
 *
 * @param out results
 * @param err progress and errors
 * @param interactive whether {@code err} is a terminal on which a line can be written over
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** The streams of this process; the launcher script tells by a property whether they are a terminal. */
    public static Terminal ofProcess() {
        return new Terminal(System.out, System.err, Boolean.getBoolean("embeam.terminal"));
    }
}
