package dev.embeam.transform.sink;

import dev.embeam.schema.FailedRecord;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Writes the failed records of the whole run into one sorted file, or fails the job when there are too many. */
final class SortFailuresFn extends DoFn<KV<Integer, Iterable<FailedRecord>>, FailureSummary> {
    private static final long serialVersionUID = 1L;

    private final OutputRun run;

    SortFailuresFn(OutputRun run) {
        this.run = run;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<FailedRecord>> all, OutputReceiver<FailureSummary> out)
            throws IOException {
        FailureSorter sorter = new FailureSorter(run);
        // A runner may give the records only once, so counting, finding the first and sorting is one pass.
        FailedRecord first = null;
        long count = 0;
        for (FailedRecord record : all.getValue()) {
            count++;
            first = first == null || FailureSorter.BY_PLACE.compare(record, first) < 0 ? record : first;
            if (count <= run.maxFailures()) {
                sorter.add(record);
            }
        }
        if (first == null) {
            return;
        }
        if (count > run.maxFailures()) {
            throw new FailureLimitException(count, run.maxFailures(), first);
        }
        out.output(sorter.finish());
    }
}
