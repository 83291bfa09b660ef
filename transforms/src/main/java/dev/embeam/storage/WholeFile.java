package dev.embeam.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/** Writes a file whole or not at all: under another name in the same folder first, which is then changed. */
public final class WholeFile {
    /** What a file holds. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; the channel is closed by the caller. */
        void write(WritableByteChannel channel) throws IOException;
    }

    private WholeFile() {}

    /**
     * Refuses to go on where a file must not be replaced.
     *
     * @param flag the flag that names the file, for the message
     * @throws IllegalArgumentException if there is such a file and {@code overwrite} is not set
     */
    public static void checkFree(String flag, String path, boolean overwrite) throws IOException {
        if (!overwrite && exists(path)) {
            throw new IllegalArgumentException("--" + flag + " is " + path
                    + ", which is there already; expected a new file, or --overwrite to replace it");
        }
    }

    private static boolean exists(String path) throws IOException {
        try {
            FileSystems.matchSingleFileSpec(path);
            return true;
        } catch (FileNotFoundException missing) {
            return false;
        }
    }

    /** Writes the file; an earlier one stays as it was until the new one is complete. */
    public static void write(String path, Content content) throws IOException {
        ResourceId place = FileSystems.matchNewResource(path, false);
        ResourceId temporary = FileSystems.matchNewResource(path + ".part-" + UUID.randomUUID(), false);
        try {
            try (WritableByteChannel channel = FileSystems.create(temporary, MimeTypes.BINARY)) {
                content.write(channel);
            }
            FileSystems.rename(List.of(temporary), List.of(place));
        } catch (IOException | RuntimeException e) {
            FileSystems.delete(List.of(temporary), StandardMoveOptions.IGNORE_MISSING_FILES);
            throw e;
        }
    }
}
