package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
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

    private final WriteSettings settings;

    PublishFn(WriteSettings settings) {
        this.settings = settings;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
        CoGbkResult run = context.element().getValue();
        List<WrittenFile> files = new ArrayList<>();
        run.getAll(FILES).forEach(files::add);
        List<FailureSummary> failures = new ArrayList<>();
        run.getAll(FAILURES).forEach(failures::add);
        new Publisher(settings).publish(files, failures, ranges(files));
        context.output(settings.output());
    }

    private static Calibration ranges(List<WrittenFile> files) {
        return files.stream().map(WrittenFile::ranges).reduce(Calibration.NONE, Calibration::union);
    }
}
