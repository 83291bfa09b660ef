package dev.embeam.pipeline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Writes files such that all of them are there or, when one cannot be written, none: each is written under another name
     * first and moved at the end.
     *
     * @param files texts by path
     * @param runId makes the other names unlike those of another run
     */
    static void write(Map<String, String> files, String runId) throws IOException {
        List<ResourceId> written = new ArrayList<>();
        List<ResourceId> places = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ResourceId temporary = resource(file.getKey() + "." + runId);
                written.add(temporary);
                places.add(resource(file.getKey()));
                write(temporary, file.getValue());
            }
            FileSystems.rename(written, places);
        } catch (IOException | RuntimeException e) {
            FileSystems.delete(written, StandardMoveOptions.IGNORE_MISSING_FILES);
            throw e;
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
