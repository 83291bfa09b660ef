package dev.embeam.pipeline.launch;

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

    /** The interface that holds its flags. */
    Class<O> options();

    /**
     * Does it.
     *
     * @throws IllegalArgumentException for a setting or an input that is wrong, before anything is written
     * @throws dev.embeam.schema.CorruptDataException for a file that is not what it should be
     * @throws JobFailedException when the job itself failed
     */
    void run(O options, Terminal terminal) throws Exception;
}
