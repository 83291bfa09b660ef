package dev.embeam.pipeline;

import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What came of a command line, run in this JVM by the commands of the product.
 *
 * @param exitCode the exit code
 * @param out what it printed
 * @param err what it said of errors
 */
public record Invocation(int exitCode, String out, String err) {
    /** Runs these words. */
    public static Invocation of(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int exitCode = Launcher.run(Main.COMMANDS, terminal, words);
        return new Invocation(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
