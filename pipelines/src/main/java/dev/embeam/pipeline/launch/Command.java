package dev.embeam.pipeline.launch;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * One command of the launcher: its flags and what it does.
 *
 * @param <O> the flags
 */
public interface Command<O extends PipelineOptions> {
    /** The word a user types. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** The words without dashes that it takes, as help shows them; empty for a command that takes none. */
    default String words() {
        return "";
    }

    /** The interface that holds its flags. */
    Class<O> options();

    /**
     * Does it.
     *
     * @throws IllegalArgumentException for a setting or an input that is wrong, before anything is written
     * @throws dev.embeam.schema.CorruptDataException for a file that is not what it should be
     * @throws JobFailedException when the job itself failed
     * @throws GateFailedException when it did its work, and what it made is worse than what was there
     */
    void run(O options, Terminal terminal) throws Exception;

    /**
     * Does it, given words without dashes; only a command that says which {@link #words} it takes is given any.
     *
     * @throws IllegalArgumentException for words that say nothing, too
     */
    default void run(O options, List<String> words, Terminal terminal) throws Exception {
        run(options, terminal);
    }
}
