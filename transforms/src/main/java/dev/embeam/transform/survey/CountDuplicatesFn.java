package dev.embeam.transform.survey;

import dev.embeam.identity.DuplicateFinder;
import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.IdBlock;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Counts the documents of one partition whose id occurs earlier. */
final class CountDuplicatesFn extends DoFn<KV<Integer, Iterable<IdBlock>>, CollectionSummary> {
    private static final long serialVersionUID = 1L;

    /** Counts those of one partition. */
    @ProcessElement
    public void process(@Element KV<Integer, Iterable<IdBlock>> partition, OutputReceiver<CollectionSummary> out) {
        DuplicateFinder finder = new DuplicateFinder();
        partition.getValue().forEach(finder::add);
        long duplicates =
                finder.duplicates().values().stream().mapToLong(List::size).sum();
        if (duplicates > 0) {
            out.output(CollectionSummary.ofFailures(FailureReason.DUPLICATE_ID, duplicates));
        }
    }
}
