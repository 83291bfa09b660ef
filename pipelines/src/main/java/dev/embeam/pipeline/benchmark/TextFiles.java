package dev.embeam.pipeline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Small text files on any file system of Beam. */
final class TextFiles {
    private TextFiles() {}

    /** The text of a file; absent where there is no such file. */
    static Optional<String> read(String path) throws IOException {
        MatchResult result = FileSystems.match(path, EmptyMatchTreatment.ALLOW);
        if (result.status() != MatchResult.Status.OK || result.metadata().isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Channels.newInputStream(
                FileSystems.open(result.metadata().get(0).resourceId()))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes files that belong together. Each is written under another name first; when one cannot be, nothing has changed.
     * Then the seal of an earlier writing is deleted, the files are moved to their places, and the new seal is moved last: a
     * folder with a seal is whole, whatever happens amid the moves, which no file system does for several files at once.
     *
     * @param files texts by path
     * @param seal path of one file more
     * @param sealText its text
     * @param runId makes the other names unlike those of another run
     */
    static void write(Map<String, String> files, String seal, String sealText, String runId) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(seal, sealText);
        List<ResourceId> written = new ArrayList<>();
        List<ResourceId> places = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : all.entrySet()) {
                ResourceId temporary = resource(file.getKey() + "." + runId);
                written.add(temporary);
                places.add(resource(file.getKey()));
                write(temporary, file.getValue());
            }
            FileSystems.delete(List.of(resource(seal)), StandardMoveOptions.IGNORE_MISSING_FILES);
            FileSystems.rename(written, places);
        } catch (IOException | RuntimeException e) {
            FileSystems.delete(written, StandardMoveOptions.IGNORE_MISSING_FILES);
            throw e;
        }
    }

    /** Deletes the files that match a glob but for some. */
    static void deleteOthers(String glob, Set<String> kept) throws IOException {
        Set<ResourceId> places = kept.stream().map(TextFiles::resource).collect(Collectors.toSet());
        MatchResult result = FileSystems.match(glob, EmptyMatchTreatment.ALLOW);
        if (result.status() == MatchResult.Status.OK) {
            FileSystems.delete(
                    result.metadata().stream()
                            .map(MatchResult.Metadata::resourceId)
                            .filter(file -> !places.contains(file))
                            .toList(),
                    StandardMoveOptions.IGNORE_MISSING_FILES);
        }
    }

    private static void write(ResourceId file, String text) throws IOException {
        try (OutputStream out = Channels.newOutputStream(FileSystems.create(file, "text/plain"))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ResourceId resource(String path) {
        return FileSystems.matchNewResource(path, false);
    }
}
