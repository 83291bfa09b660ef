package dev.embeam.pipeline;

import dev.embeam.pipeline.bench.BenchEncode;
import dev.embeam.pipeline.bench.BenchRetrieval;
import dev.embeam.pipeline.encode.EncodePipeline;
import dev.embeam.pipeline.inspect.Inspect;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.quickstart.Quickstart;
import java.util.List;
import java.util.stream.Stream;

/** The launcher's entry: {@code embeam <command> --flag=value ...}. */
public final class Main {
    private static final List<Command<?>> STEPS = List.of(new EncodePipeline(), new Inspect());
    static final List<Command<?>> COMMANDS = Stream.concat(
                    STEPS.stream(), Stream.of(new Quickstart(STEPS), new BenchEncode(), new BenchRetrieval()))
            .toList();

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] words) {
        Launcher.exit(Launcher.run(COMMANDS, Terminal.ofProcess(), words));
    }
}
