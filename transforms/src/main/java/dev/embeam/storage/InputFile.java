package dev.embeam.storage;

import dev.embeam.collection.Decompressed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/** A small file that is read as a whole, such as one of queries or labels; {@code .gz} and {@code .zst} are unpacked. */
public final class InputFile {
    private InputFile() {}

    /**
     * The bytes of a file, decompressed as its name says.
     *
     * @param flag the flag that names the file, for messages
     * @throws IllegalArgumentException if there is no such file, or it cannot be opened
     */
    public static InputStream open(String flag, String path) {
        try {
            return Decompressed.open(path, new BeamFiles());
        } catch (FileNotFoundException | NoSuchFileException missing) {
            throw new IllegalArgumentException(
                    "--" + flag + " is " + path + ", which is not there; expected a file", missing);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--" + flag + " is " + path + ", which cannot be opened (" + e.getMessage()
                            + "); expected a file this user may read",
                    e);
        }
    }
}
