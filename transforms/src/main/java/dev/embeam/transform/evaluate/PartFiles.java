package dev.embeam.transform.evaluate;

import dev.embeam.schema.Split;
import dev.embeam.storage.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The files of a data set's parts, on any of Beam's file systems.
 *
 * @param train path of the train part, or empty
 * @param validation path of the validation part, or empty
 * @param test path of the test part
 */
public record PartFiles(String train, String validation, String test) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks that there is something to score. */
    public PartFiles {
        if (test.isBlank()) {
            throw new IllegalArgumentException("--test is empty; expected a file of JSON lines");
        }
    }

    /** Reads a part, if there is a file of it. */
    <T> Optional<T> read(Split split, PartReader<T> reader) {
        String path = switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
        if (path.isBlank()) {
            return Optional.empty();
        }
        try (InputStream in = InputFile.open(split.label(), path)) {
            return Optional.of(reader.read(in, split, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the lines of a part.
     *
     * @param <T> what they are
     */
    interface PartReader<T> {
        T read(InputStream in, Split split, String source) throws IOException;
    }
}
