package dev.embeam.transform.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Publishes the run once all files and all failures are known; gives the output folder. */
final class PublishFn extends DoFn<KV<Integer, CoGbkResult>, String> {
    private static final long serialVersionUID = 1L;

    static final TupleTag<Integer> START = new TupleTag<>() {};
    static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
    static final TupleTag<FailureSummary> FAILURES = new TupleTag<>() {};

    static final TupleTag<SideFile> BESIDES = new TupleTag<>() {};

    private final DocumentFiles<?> files;

    PublishFn(DocumentFiles<?> files) {
        this.files = files;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
        CoGbkResult run = context.element().getValue();
        List<WrittenFile> written = new ArrayList<>();
        run.getAll(FILES).forEach(written::add);
        List<FailureSummary> failures = new ArrayList<>();
        run.getAll(FAILURES).forEach(failures::add);
        List<SideFile> besides = new ArrayList<>();
        run.getAll(BESIDES).forEach(besides::add);
        try {
            files.publish(written, failures, besides);
        } catch (IOException e) {
            throw new WriteFailedException(files.run(), e);
        }
        context.output(files.run().output());
    }
}
