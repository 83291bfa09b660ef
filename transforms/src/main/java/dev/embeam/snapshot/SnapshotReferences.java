package dev.embeam.snapshot;

import java.io.IOException;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.ValidationException;
import org.jspecify.annotations.Nullable;

/** Moves the names of snapshots. */
final class SnapshotReferences {
    private final VectorTable table;

    SnapshotReferences(VectorTable table) {
        this.table = table;
    }

    void makeCurrent(TableSnapshot snapshot) throws IOException {
        table.refresh();
        requireFiles(snapshot);
        commit(table.table.manageSnapshots().setCurrentSnapshot(snapshot.id()), "snapshot " + snapshot.id());
    }

    private void requireFiles(TableSnapshot snapshot) throws IOException {
        try {
            for (SnapshotFile file : table.files(snapshot)) {
                if (!table.table.io().newInputFile(file.path()).exists()) {
                    throw gone(snapshot, file.path(), null);
                }
            }
        } catch (NotFoundException missing) {
            throw gone(snapshot, String.valueOf(missing.getMessage()), missing);
        }
    }

    private IllegalArgumentException gone(TableSnapshot snapshot, String file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "snapshot " + snapshot.id() + " of table " + table.location() + " lacks " + file
                        + "; expected all of its files; nothing was changed, choose another snapshot",
                cause);
    }

    void publish(String branch) {
        table.refresh();
        ManageSnapshots moves = table.table.manageSnapshots();
        try {
            moves.fastForwardBranch(SnapshotRef.MAIN_BRANCH, branch);
        } catch (IllegalArgumentException notAhead) {
            throw conflict("branch " + branch, notAhead);
        }
        commit(moves.removeBranch(branch), "branch " + branch);
    }

    private void commit(ManageSnapshots moves, String what) {
        try {
            moves.commit();
        } catch (ValidationException | CommitFailedException conflict) {
            throw conflict(what, conflict);
        }
        table.refresh();
    }

    private ConcurrentChangeException conflict(String what, Exception cause) {
        return new ConcurrentChangeException(
                what + " of table " + table.location() + " cannot become current (" + cause.getMessage()
                        + "); expected no other run since; nothing was changed, run it again",
                cause);
    }
}
