package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateFinder;
import dev.embeam.identity.DuplicateRow;
import dev.embeam.schema.IdBlock;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Gives the rows to drop of every written file, for the ids of one partition. */
final class FindDuplicatesFn extends DoFn<KV<Integer, Iterable<IdBlock>>, KV<String, List<DuplicateRow>>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
            @Element KV<Integer, Iterable<IdBlock>> partition, OutputReceiver<KV<String, List<DuplicateRow>>> out) {
        DuplicateFinder finder = new DuplicateFinder();
        partition.getValue().forEach(finder::add);
        finder.duplicates().forEach((file, rows) -> out.output(KV.of(file, rows)));
    }
}
