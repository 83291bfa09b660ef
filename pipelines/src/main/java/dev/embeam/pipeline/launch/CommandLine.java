package dev.embeam.pipeline.launch;

import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Tells {@code --flag=value} from other words and turns the flags into options, with errors of one line. */
final class CommandLine {
    private CommandLine() {}

    /** The words that are no flags. */
    static List<String> words(String... words) {
        return Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
    }

    /**
     * The flags among the words.
     *
     * @throws IllegalArgumentException for an unknown flag, a value of the wrong kind or a missing required flag
     */
    static <O extends PipelineOptions> O parse(Class<O> type, String... words) {
        String[] flags =
                Arrays.stream(words).filter(word -> word.startsWith("--")).toArray(String[]::new);
        try {
            return PipelineOptionsFactory.fromArgs(withRunner(flags))
                    .withValidation()
                    .as(type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(firstLine(e), e);
        }
    }

    /** Without a runner the embedded Flink runs: it streams, where the direct runner holds whole bundles in memory. */
    private static String[] withRunner(String... words) {
        if (Arrays.stream(words).anyMatch(word -> word.startsWith("--runner="))) {
            return words;
        }
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--runner=FlinkRunner";
        return all;
    }

    private static String firstLine(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message).replaceFirst("^Class interface \\S+ ", "the command is ");
    }
}
