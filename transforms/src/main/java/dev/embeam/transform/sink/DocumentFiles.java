package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import java.io.IOException;
import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How batches of one kind become the files of a finished output: what {@link WriteDocuments} asks of them.
 *
 * @param <T> a batch
 */
interface DocumentFiles<T> extends Serializable {
    /** The run and its folder. */
    OutputRun run();

    /** Size at which a file ends. */
    long targetFileBytes();

    /** The documents of a batch. */
    DocumentKeys keys(T batch);

    /** Starts a file under a temporary name that nobody has used. */
    OpenFile<T> create() throws IOException;

    /** Whether every file is written a second time, when the ranges of all are known. */
    boolean needsRanges();

    /**
     * Writes a copy of a file.
     *
     * @param ranges of all files, where they are needed
     * @param dropped rows to leave out
     * @param droppedIds is told the row and the id of each of them
     */
    WrittenFile rewrite(WrittenFile file, Calibration ranges, BitSet dropped, BiConsumer<Integer, String> droppedIds)
            throws IOException;

    /** Publishes the run. May be repeated. */
    void publish(List<WrittenFile> files, List<FailureSummary> failures, List<SideFile> besides) throws IOException;
}
