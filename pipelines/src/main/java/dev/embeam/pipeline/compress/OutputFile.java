package dev.embeam.pipeline.compress;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file on any of Beam's file systems that is there whole or not at all. */
final class OutputFile {
    private OutputFile() {}

    /** Writes to a channel. */
    interface Content {
        void write(WritableByteChannel channel) throws IOException;
    }

    /**
     * Makes sure that a file may be written.
     *
     * @throws IllegalArgumentException when one is in the way
     */
    static void requireWritable(String path, boolean overwrite) throws IOException {
        MatchResult found = FileSystems.match(path, EmptyMatchTreatment.ALLOW);
        if (!overwrite && found.status() == MatchResult.Status.OK && !found.metadata().isEmpty()) {
            throw new IllegalArgumentException("output " + path
                    + " is there already; expected a new file; choose another --output, or pass --overwrite");
        }
    }

    /** Writes a file under another name first and moves it to its place, replacing what is there. */
    static void write(String path, String runId, Content content) throws IOException {
        ResourceId place = FileSystems.matchNewResource(path, false);
        ResourceId temporary = FileSystems.matchNewResource(path + "." + runId, false);
        try {
            try (WritableByteChannel channel = FileSystems.create(temporary, "application/octet-stream")) {
                content.write(channel);
            }
            FileSystems.delete(List.of(place), StandardMoveOptions.IGNORE_MISSING_FILES);
            FileSystems.rename(List.of(temporary), List.of(place));
        } catch (IOException | RuntimeException e) {
            FileSystems.delete(List.of(temporary), StandardMoveOptions.IGNORE_MISSING_FILES);
            throw e;
        }
    }
}
