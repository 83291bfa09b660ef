package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.snapshot.content.SnapshotVerification;
import dev.embeam.snapshot.content.VerifiedSnapshot;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code verify [SNAPSHOT]}: whether a snapshot is whole, and with {@code --input} whether its vectors can be made again. */
final class VerifyAction {
    private static final int SAMPLE = 1_000;

    private final SnapshotsOptions options;
    private final VectorTable table;

    VerifyAction(SnapshotsOptions options, VectorTable table) {
        this.options = options;
        this.table = table;
    }

    void run(String reference, Terminal terminal) throws IOException, JobFailedException {
        TableSnapshot snapshot = table.snapshot(reference);
        boolean encodes = !options.getInput().isEmpty();
        int sample = options.getSample() == -1 ? SAMPLE : options.getSample();
        // Whatever is wrong with the model or the input is told before the first byte is read.
        EncodedSample encoded = encodes ? EncodedSample.of(options, snapshot) : EncodedSample.none();
        VerifiedSnapshot verified = new SnapshotVerification(new BeamFiles(), encodes ? sample : 0, options.getSeed())
                .verify(table, snapshot);
        List<String> others = encoded.damages(verified.sample());
        verified.damages().forEach(terminal.out()::println);
        others.forEach(terminal.out()::println);
        int damages = verified.damageCount() + others.size();
        terminal.out().print(summary(snapshot, verified, damages));
        if (damages > 0) {
            String message = "snapshot " + snapshot.id() + " of " + table.location() + " has " + damages
                    + " damages; expected none; rollback to a snapshot that is whole";
            throw new JobFailedException(message, new IllegalStateException(message));
        }
    }

    private static String summary(TableSnapshot snapshot, VerifiedSnapshot verified, int damages) {
        return String.format(
                Locale.ROOT,
                "snapshot %d: %,d documents in %,d files of %,d bytes, %,d encoded again; %,d damages%n",
                snapshot.id(),
                verified.documents(),
                verified.files(),
                verified.bytes(),
                verified.sample().size(),
                damages);
    }
}
