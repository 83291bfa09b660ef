package dev.embeam.transform.io;

import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * A snapshot of a table where files of vectors are asked for: {@code FOLDER} for its current state, {@code FOLDER@REFERENCE}
 * for a snapshot's number, a branch or a tag.
 *
 * @param location of the table
 * @param reference to the snapshot; empty for the current state
 */
public record TableReference(TableLocation location, String reference) {
    private static final String METADATA = "/metadata/*.metadata.json";

    /** The table that a path names; none where there is no folder with metadata of Iceberg. */
    public static Optional<TableReference> find(String path) throws IOException {
        if (isTable(path)) {
            return Optional.of(new TableReference(TableLocation.folder(path), ""));
        }
        int at = path.lastIndexOf('@');
        return at > 0 && isTable(path.substring(0, at))
                ? Optional.of(new TableReference(TableLocation.folder(path.substring(0, at)), path.substring(at + 1)))
                : Optional.empty();
    }

    private static boolean isTable(String folder) throws IOException {
        MatchResult found = FileSystems.match(folder.replaceFirst("/+$", "") + METADATA, EmptyMatchTreatment.ALLOW);
        return found.status() == MatchResult.Status.OK && !found.metadata().isEmpty();
    }

    /**
     * The snapshot.
     *
     * @throws IllegalArgumentException when there is no such snapshot, or the table is none of vectors
     */
    public TableSnapshot snapshot() {
        return VectorTable.open(location).snapshot(reference);
    }

    /** The snapshot's files, in the order of their paths. */
    public List<SnapshotFile> files() throws IOException {
        VectorTable table = VectorTable.open(location);
        return table.files(table.snapshot(reference));
    }
}
