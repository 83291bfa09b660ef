package dev.embeam.transform.sink;

import dev.embeam.identity.StoredChange;
import dev.embeam.schema.FailedRecord;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Decides what becomes of the files of one group, and writes what has to be written anew. */
final class FinishStoredFn extends DoFn<KV<String, Iterable<StoredChange>>, FileChange> {
    private static final long serialVersionUID = 1L;
    static final TupleTag<FileChange> CHANGES = new TupleTag<>() {};
    static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
    static final TupleTag<FailedRecord> FAILURES = new TupleTag<>() {};

    private final SnapshotSettings settings;

    FinishStoredFn(SnapshotSettings settings) {
        this.settings = settings;
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<StoredChange>> group, MultiOutputReceiver out) throws IOException {
        StoredGroup files = new StoredGroup(settings.compaction().files(group.getKey()));
        group.getValue().forEach(files::add);
        for (FailedRecord failure : files.failures()) {
            out.get(FAILURES).output(failure);
        }
        boolean compacts = settings.compaction().rewritten().contains(group.getKey());
        out.get(CHANGES).output(files.change(compacts));
        if (files.isRewritten(compacts)) {
            out.get(FILES).output(files.rewrite(settings.write()));
        }
    }
}
