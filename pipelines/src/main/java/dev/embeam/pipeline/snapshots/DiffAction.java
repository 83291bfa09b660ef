package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.snapshot.content.SnapshotComparison;
import dev.embeam.snapshot.content.SnapshotDifference;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.Optional;

/** {@code diff A B}: what B holds otherwise than A. */
final class DiffAction {
    private static final int SAMPLE = 100_000;

    private final SnapshotsOptions options;
    private final VectorTable table;

    DiffAction(SnapshotsOptions options, VectorTable table) {
        this.options = options;
        this.table = table;
    }

    void run(String from, String to, Terminal terminal) throws IOException {
        TableSnapshot before = table.snapshot(from);
        TableSnapshot after = table.snapshot(to);
        int sample = options.getSample() == -1 ? SAMPLE : options.getSample();
        SnapshotComparison comparison = new SnapshotComparison(new BeamFiles(), sample, options.getSeed());
        SnapshotDifference difference;
        if (options.getOutput().isEmpty()) {
            difference = comparison.compare(table.files(before), table.files(after), Optional.empty());
        } else {
            try (IdLists lists = IdLists.in(options.getOutput())) {
                difference = comparison.compare(table.files(before), table.files(after), Optional.of(lists));
                lists.publish();
            }
        }
        terminal.out().print(DifferenceReport.of(before, after, difference, options.getSeed()));
    }
}
