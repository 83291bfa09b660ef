package dev.embeam.transform.sink;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.json.ResultManifestJson;
import dev.embeam.schema.json.RunManifestJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folder of an output on any file system of Beam: {@code data/}, {@code failed/}, {@code manifest.json}, which is
 * written last, and while a run lasts {@code .embeam-RUN/} with files that are not published yet.
 */
public final class OutputFolder {
    static final String MANIFEST = "manifest.json";
    static final String TEMPORARY = ".embeam-";
    private static final String STAGED = "-staged";
    /** File systems on which renaming a folder is one step, by their schemes. */
    private static final Set<String> FOLDERS_AT_ONCE = Set.of("file", "hdfs");

    private final String path;
    private final ResourceId folder;

    private OutputFolder(String path) {
        this.path = path;
        folder = FileSystems.matchNewResource(path, true);
    }

    /** The folder at this path, which need not exist. */
    public static OutputFolder of(String path) {
        return new OutputFolder(path);
    }

    /**
     * Makes sure, before a job starts, that it may write there: a folder without a finished output, or one that may be
     * replaced. What a crashed run left behind is no obstacle.
     *
     * @throws IllegalArgumentException when a finished output is in the way; the message is one line
     */
    public static void requireWritable(String path, boolean overwrite) throws IOException {
        if (path.isBlank()) {
            throw new IllegalArgumentException("output is empty; expected a folder (--output=vectors)");
        }
        OutputFolder folder = of(path);
        if (!overwrite && folder.exists(folder.file(MANIFEST))) {
            throw new IllegalArgumentException("output " + path
                    + " holds a finished output (manifest.json); expected a new or unfinished folder; choose another"
                    + " --output, or pass --overwrite to replace it");
        }
    }

    /**
     * Finds out by writing a file, before a job starts, that its files can be written there.
     *
     * @throws IllegalArgumentException when they cannot
     */
    public void tryWriting(String runId) throws IOException {
        ResourceId probe = temporary(runId, "probe");
        try {
            write(probe, "");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "output " + path + " cannot be written (" + e.getMessage()
                            + "); expected a folder that is there or can be made, and that this user may write",
                    e);
        }
        delete(List.of(probe));
        delete(List.of(probe.getCurrentDirectory()));
    }

    /** The manifest, if the output is finished. */
    public Optional<RunManifest> manifest() throws IOException {
        return read(MANIFEST)
                .map(text -> RunManifestJson.read(text, file(MANIFEST).toString()));
    }

    /** The text of a file by its path relative to the folder, if it is there. */
    public Optional<String> read(String relative) throws IOException {
        return read(file(relative));
    }

    /** The text of a file, if it is there. */
    Optional<String> read(ResourceId file) throws IOException {
        if (!exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Whether a finished output is there, and this run has written it. */
    boolean isPublishedBy(String runId) throws IOException {
        return read(MANIFEST)
                .filter(manifest -> ResultManifestJson.runId(manifest).equals(runId))
                .isPresent();
    }

    /** Where a file is, by its path relative to the folder, for the transforms that write it. */
    public String path(String relative) {
        return file(relative).toString();
    }

    /** Where a file is that a run needs only while it lasts. */
    public String temporaryPath(String runId, String name) {
        return temporary(runId, name).toString();
    }

    /** Deletes a file by its path relative to the folder, if it is there. */
    public void delete(String relative) throws IOException {
        delete(List.of(file(relative)));
    }

    /** A file by its path relative to the folder, with {@code /}. */
    ResourceId file(String relative) {
        int slash = relative.indexOf('/');
        return slash < 0
                ? folder.resolve(relative, StandardResolveOptions.RESOLVE_FILE)
                : folder.resolve(relative.substring(0, slash), StandardResolveOptions.RESOLVE_DIRECTORY)
                        .resolve(relative.substring(slash + 1), StandardResolveOptions.RESOLVE_FILE);
    }

    /** A file that a run has not published yet. */
    ResourceId temporary(String runId, String name) {
        return file(TEMPORARY + runId + "/" + name);
    }

    boolean exists(ResourceId file) throws IOException {
        return size(file) >= 0;
    }

    static WritableByteChannel create(String path) throws IOException {
        return FileSystems.create(FileSystems.matchNewResource(path, false), "application/octet-stream");
    }

    static SeekableByteChannel open(String path) throws IOException {
        if (FileSystems.open(FileSystems.matchNewResource(path, false)) instanceof SeekableByteChannel channel) {
            return channel;
        }
        throw new CorruptDataException(path, "", "a file system without seeking", "one that Parquet can be read from");
    }

    void write(ResourceId file, String text) throws IOException {
        try (OutputStream out = Channels.newOutputStream(FileSystems.create(file, "application/json"))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Moves a file to its place, replacing what is there. A file that has been moved already stays. */
    void move(ResourceId from, ResourceId to) throws IOException {
        if (exists(from)) {
            FileSystems.rename(List.of(from), List.of(to));
        } else if (!exists(to)) {
            throw new CorruptDataException(from.toString(), "", "missing", "a file this run has written; run it again");
        }
    }

    /** Bytes of a file; -1 where there is none. */
    long size(ResourceId file) throws IOException {
        MatchResult result = FileSystems.match(file.toString(), EmptyMatchTreatment.ALLOW);
        return result.status() == MatchResult.Status.OK && !result.metadata().isEmpty()
                ? result.metadata().get(0).sizeBytes()
                : -1;
    }

    /**
     * Whether {@code data/} can be replaced at once: its file system renames folders, and nobody else's files are in it.
     */
    boolean swapsData() throws IOException {
        return FOLDERS_AT_ONCE.contains(folder.getScheme())
                && list("data", "*").stream().allMatch(path -> path.startsWith("data/part-"));
    }

    /** Where a file of {@code data/} waits until it is replaced. */
    ResourceId staged(String runId, String name) {
        return file(TEMPORARY + runId + STAGED + "/" + name);
    }

    /** Puts the staged files, if there are any, in the place of {@code data/}, with one renaming of a folder. */
    void swapData(String runId) throws IOException {
        if (list(TEMPORARY + runId + STAGED, "*").isEmpty()) {
            return;
        }
        ResourceId data = file("data");
        if (list("data", "*").isEmpty()) {
            delete(List.of(data));
        } else {
            // Unique, since an earlier attempt may have got this far.
            FileSystems.rename(List.of(data), List.of(file(TEMPORARY + runId + "-former-" + UUID.randomUUID())));
        }
        FileSystems.rename(List.of(file(TEMPORARY + runId + STAGED)), List.of(data));
    }

    /** Paths, relative to the folder, of the files that match {@code folderName/pattern}. */
    List<String> list(String folderName, String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        MatchResult result = FileSystems.match(file(folderName + "/" + pattern).toString(), EmptyMatchTreatment.ALLOW);
        if (result.status() == MatchResult.Status.OK) {
            result.metadata()
                    .forEach(file ->
                            found.add(folderName + "/" + file.resourceId().getFilename()));
        }
        return found;
    }

    /** Files that match a pattern in the folder. */
    List<MatchResult.Metadata> match(String pattern) throws IOException {
        MatchResult result = FileSystems.match(folder + pattern, EmptyMatchTreatment.ALLOW);
        return result.status() == MatchResult.Status.OK ? result.metadata() : List.of();
    }

    /** Deletes the files that match {@code folderName/pattern}. */
    void deleteAll(String folderName, String pattern) throws IOException {
        delete(list(folderName, pattern).stream().map(this::file).toList());
    }

    /** Deletes a folder of files. */
    void deleteFolder(String relative) throws IOException {
        deleteAll(relative, "*");
        delete(List.of(folder.resolve(relative, StandardResolveOptions.RESOLVE_DIRECTORY)));
    }

    void delete(List<ResourceId> files) throws IOException {
        FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
    }

    /**
     * Deletes the temporary files of this run and of runs that crashed. A run that published has done so itself; whoever
     * started one that failed calls this, so that its files take no space. Must not be called while another run writes
     * into the same folder.
     */
    public void deleteTemporaryFiles(String runId) throws IOException {
        MatchResult result = FileSystems.match(folder + TEMPORARY + "*/*", EmptyMatchTreatment.ALLOW);
        List<ResourceId> files = new ArrayList<>();
        Set<ResourceId> folders = new LinkedHashSet<>();
        folders.add(folder.resolve(TEMPORARY + runId, StandardResolveOptions.RESOLVE_DIRECTORY));
        if (result.status() == MatchResult.Status.OK) {
            for (MatchResult.Metadata file : result.metadata()) {
                files.add(file.resourceId());
                folders.add(file.resourceId().getCurrentDirectory());
            }
        }
        delete(files);
        delete(List.copyOf(folders));
    }

    @Override
    public String toString() {
        return path;
    }
}
