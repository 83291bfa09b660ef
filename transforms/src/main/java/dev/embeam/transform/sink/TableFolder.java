package dev.embeam.transform.sink;

import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folder of a table, beside what Iceberg keeps in it: {@code data/<run>-part-*.parquet}, {@code
 * runs/<run>/manifest.json}, {@code runs/<run>/failed/failed-00000-of-00001.jsonl}, and what a run needs while it lasts.
 */
public final class TableFolder {
    private final OutputFolder folder;

    private TableFolder(OutputFolder folder) {
        this.folder = folder;
    }

    /** The folder at this path. */
    public static TableFolder of(String path) {
        return new TableFolder(OutputFolder.of(path));
    }

    /**
     * Makes sure that a table that is to be created finds no other files.
     *
     * @throws IllegalArgumentException when there are any
     */
    public void requireUnused() throws IOException {
        if (folder.read(OutputFolder.MANIFEST).isPresent()
                || !folder.list("data", "*").isEmpty()) {
            throw new IllegalArgumentException("table " + folder
                    + " is a folder with files and no table; expected a table that reindex wrote, or a new folder; choose"
                    + " another --table");
        }
    }

    /** Where a run's manifest is, by its path in the folder. */
    static String manifest(String runId) {
        return "runs/" + runId + "/manifest.json";
    }

    /** Where files of vectors belong, by their paths in the folder. */
    List<Publication.Move> places(String runId, List<WrittenFile> files) {
        List<Publication.Move> moves = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            WrittenFile file = files.get(i);
            String name = String.format(Locale.ROOT, "data/%s-part-%05d-of-%05d.parquet", runId, i, files.size());
            moves.add(
                    new Publication.Move(file.path(), new StoredFile(name, file.rows(), file.bytes(), file.sha256())));
        }
        return moves;
    }

    /** Where failed records belong. */
    List<Publication.Move> failurePlaces(String runId, List<FailureSummary> failures) {
        return Publication.failures(failures).stream()
                .map(move -> new Publication.Move(move.path(), within("runs/" + runId + "/", move.to())))
                .toList();
    }

    /** The same file by its whole path, as the table names it. */
    StoredFile whole(StoredFile file) {
        return new StoredFile(folder + "/" + file.path(), file.rows(), file.bytes(), file.sha256());
    }

    private static StoredFile within(String prefix, StoredFile file) {
        return new StoredFile(prefix + file.path(), file.rows(), file.bytes(), file.sha256());
    }

    void move(List<Publication.Move> moves) throws IOException {
        for (Publication.Move move : moves) {
            folder.move(
                    FileSystems.matchNewResource(move.path(), false),
                    folder.file(move.to().path()));
        }
    }

    void writeManifest(String runId, String text) throws IOException {
        ResourceId temporary = folder.temporary(runId, "manifest.json");
        folder.write(temporary, text);
        folder.move(temporary, folder.file(manifest(runId)));
    }

    /** Deletes what a run needs only while it lasts. */
    void deleteTemporaryFiles(String runId) throws IOException {
        folder.deleteFolder(OutputFolder.TEMPORARY + runId);
    }

    /**
     * Deletes what crashed runs have left: temporary folders of which no file was changed since {@code before}, and files
     * beside the vectors that are as old and that no snapshot holds. A run that is alive writes all the time, and commits its
     * files seconds after they are in their places.
     *
     * @param held names of all files that some snapshot holds
     */
    public void deleteLeftOvers(Set<String> held, Instant before) throws IOException {
        Map<String, Boolean> dead = new TreeMap<>();
        for (MatchResult.Metadata file : folder.match(OutputFolder.TEMPORARY + "*/*")) {
            String parent = file.resourceId().getCurrentDirectory().toString();
            dead.merge(parent, isOlder(file, before), Boolean::logicalAnd);
        }
        for (Map.Entry<String, Boolean> one : dead.entrySet()) {
            if (one.getValue()) {
                folder.deleteFolder(name(one.getKey()));
            }
        }
        List<ResourceId> strays = new ArrayList<>();
        for (MatchResult.Metadata file : folder.match("data/*")) {
            if (isOlder(file, before) && !held.contains(file.resourceId().getFilename())) {
                strays.add(file.resourceId());
            }
        }
        folder.delete(strays);
    }

    /** The last part of the path of a folder, which ends with a slash. */
    private static String name(String parent) {
        String path = parent.replaceFirst("/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isOlder(MatchResult.Metadata file, Instant before) {
        return file.lastModifiedMillis() > 0 && file.lastModifiedMillis() < before.toEpochMilli();
    }

    /** Deletes all that a run has written which was not committed. */
    public void deleteRun(String runId) throws IOException {
        deleteTemporaryFiles(runId);
        folder.deleteAll("data", runId + "-part-*");
        folder.deleteAll("data", "*-deletes-" + runId + ".parquet");
        folder.deleteFolder("runs/" + runId + "/failed");
        folder.deleteFolder("runs/" + runId);
    }
}
