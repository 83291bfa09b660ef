package dev.embeam.transform.sink;

import dev.embeam.identity.ChangeCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Commits the next snapshot once everything is known; gives the table's folder. */
final class CommitFn extends DoFn<KV<Integer, CoGbkResult>, String> {
    private static final long serialVersionUID = 1L;
    static final TupleTag<Integer> START = new TupleTag<>() {};
    static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
    static final TupleTag<FailureSummary> FAILURES = new TupleTag<>() {};
    static final TupleTag<ChangeCounts> COUNTS = new TupleTag<>() {};
    static final TupleTag<FileChange> CHANGES = new TupleTag<>() {};

    private final SnapshotSettings settings;

    CommitFn(SnapshotSettings settings) {
        this.settings = settings;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
        CoGbkResult run = context.element().getValue();
        SnapshotPublisher publisher = new SnapshotPublisher(
                settings, list(run, FILES), list(run, FAILURES), list(run, COUNTS), list(run, CHANGES));
        publisher.publish();
        context.output(settings.state().folder());
    }

    private static <T> List<T> list(CoGbkResult run, TupleTag<T> tag) {
        List<T> all = new ArrayList<>();
        run.getAll(tag).forEach(all::add);
        return all;
    }
}
