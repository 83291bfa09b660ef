package dev.embeam.pipeline.launch;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Runs commands and turns what they throw into one line and an exit code. */
public final class Launcher {
    /** Done. */
    public static final int DONE = 0;
    /** The job was started and failed. */
    public static final int JOB_FAILED = 1;
    /** Wrong usage, or bad input found before the job. */
    public static final int BAD_INPUT = 2;
    /** The work was done, but what it made is worse than what was there and does not take its place. */
    public static final int GATE_FAILED = 3;

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private Launcher() {}

    /** Runs the command that the first word names, with the other words as its flags; gives the exit code. */
    public static int run(List<? extends Command<?>> commands, Terminal terminal, String... words) {
        String first = words.length == 0 ? "help" : words[0];
        if (List.of("help", "--help", "-h").contains(first)) {
            terminal.out().print(Help.overview(commands));
            return words.length == 0 ? BAD_INPUT : DONE;
        }
        for (Command<?> command : commands) {
            if (command.name().equals(first)) {
                return run(command, terminal, Arrays.copyOfRange(words, 1, words.length));
            }
        }
        List<String> names = commands.stream().map(Command::name).toList();
        terminal.err().println("embeam: there is no command \"" + first + "\"; expected one of " + names);
        return BAD_INPUT;
    }

    /** Runs one command; gives the exit code. */
    public static <O extends PipelineOptions> int run(Command<O> command, Terminal terminal, String... flags) {
        if (List.of(flags).contains("--help") || List.of(flags).contains("-h")) {
            terminal.out().print(Help.of(command));
            return DONE;
        }
        boolean stacktrace =
                List.of(flags).contains("--stacktrace") || List.of(flags).contains("--stacktrace=true");
        try {
            String[] all = ArgumentFiles.expand(flags);
            requireNoWords(command, CommandLine.words(all));
            O options = CommandLine.parse(command.options(), all);
            // What a job is called on a cluster begins with this, where --jobName does not say otherwise.
            options.as(ApplicationNameOptions.class).setAppName("embeam-" + command.name());
            command.run(options, CommandLine.words(all), terminal);
            return DONE;
        } catch (GateFailedException e) {
            return report(command, e, GATE_FAILED, stacktrace, terminal);
        } catch (IllegalArgumentException | CorruptDataException | IOException e) {
            return report(command, e, BAD_INPUT, stacktrace, terminal);
        } catch (Exception e) {
            return report(command, e, JOB_FAILED, stacktrace, terminal);
        }
    }

    private static void requireNoWords(Command<?> command, List<String> words) {
        if (command.words().isEmpty() && !words.isEmpty()) {
            throw new IllegalArgumentException("\"" + words.get(0) + "\" is no flag; expected --flag=value");
        }
    }

    /**
     * Ends the process with this exit code, after the threads of an embedded cluster have ended: they shut down by
     * themselves, and an exit amid that leaves a stack trace on the terminal and files in the temporary folder. A program
     * that Flink has called just ends: the process is Flink's, with REST even the JobManager.
     */
    public static void exit(int exitCode) {
        if (Submission.isProgramOfFlink()) {
            return;
        }
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        try {
            while (System.nanoTime() < deadline && othersRun()) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(exitCode);
    }

    private static boolean othersRun() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
    }

    private static int report(Command<?> command, Exception e, int exitCode, boolean stacktrace, Terminal terminal) {
        String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        terminal.err().println("embeam " + command.name() + ": " + message.replaceAll("\\s*\\R\\s*", " "));
        if (stacktrace) {
            e.printStackTrace(terminal.err());
        }
        if (Submission.isProgramOfFlink()) {
            throw new IllegalStateException("embeam " + command.name() + ": " + message, e);
        }
        return exitCode;
    }
}
