package dev.embeam.pipeline;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import java.util.List;

/** The launcher's entry: {@code embeam <command> --flag=value ...}. */
public final class Main {
    private static final List<Command<?>> COMMANDS = List.of();

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] words) {
        System.exit(Launcher.run(COMMANDS, Terminal.ofProcess(), words));
    }
}
