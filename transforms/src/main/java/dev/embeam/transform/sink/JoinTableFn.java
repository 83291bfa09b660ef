package dev.embeam.transform.sink;

import dev.embeam.identity.ChangeCounts;
import dev.embeam.identity.DuplicateRow;
import dev.embeam.identity.StoredChange;
import dev.embeam.identity.TableJoin;
import dev.embeam.schema.IdBlock;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Joins documents and stored rows for the ids of one partition. */
final class JoinTableFn extends DoFn<KV<Integer, Iterable<IdBlock>>, KV<String, List<DuplicateRow>>> {
    private static final long serialVersionUID = 1L;
    static final TupleTag<KV<String, List<DuplicateRow>>> DUPLICATES = new TupleTag<>() {};
    static final TupleTag<KV<String, StoredChange>> STORED = new TupleTag<>() {};
    static final TupleTag<ChangeCounts> COUNTS = new TupleTag<>() {};

    private final SnapshotSettings settings;

    JoinTableFn(SnapshotSettings settings) {
        this.settings = settings;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<IdBlock>> partition, MultiOutputReceiver out) {
        TableJoin join = new TableJoin();
        partition.getValue().forEach(join::add);
        join.join();
        join.duplicates().forEach((file, rows) -> out.get(DUPLICATES).output(KV.of(file, rows)));
        out.get(COUNTS).output(join.counts());
        if (!settings.replaces()) {
            CompactionPlan plan = settings.compaction();
            join.storedChanges().forEach(change -> out.get(STORED).output(KV.of(plan.groupOf(change.file()), change)));
        }
    }
}
