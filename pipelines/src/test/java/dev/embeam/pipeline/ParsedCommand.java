package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A command whose flags are parsed by the launcher, but that then does nothing.
 *
 * @param <O> the flags
 */
public final class ParsedCommand<O extends PipelineOptions> implements Command<O> {
    private final Command<O> command;
    private final Map<String, String> values = new TreeMap<>();

    private ParsedCommand(Command<O> command) {
        this.command = command;
    }

    /** Every command of the product. */
    public static List<ParsedCommand<?>> all() {
        return Main.COMMANDS.stream().<ParsedCommand<?>>map(ParsedCommand::of).toList();
    }

    /** This command. */
    public static <O extends PipelineOptions> ParsedCommand<O> of(Command<O> command) {
        return new ParsedCommand<>(command);
    }

    /** The value of every flag, given these words, which must parse. */
    public Map<String, String> values(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exitCode = Launcher.run(this, new Terminal(stream, stream, false), words);
        assertThat(exitCode).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return values;
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public String summary() {
        return command.summary();
    }

    @Override
    public String words() {
        return command.words();
    }

    @Override
    public Class<O> options() {
        return command.options();
    }

    @Override
    public void run(O options, Terminal terminal) {
        values.clear();
        values.putAll(Flag.values(options(), options));
    }
}
