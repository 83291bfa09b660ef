package dev.embeam.storage;

import java.nio.file.Path;

/** Local paths as they are understood in any folder: the workers of a cluster run in another one than the program. */
public final class AbsolutePath {
    private AbsolutePath() {}

    /** The path from the root of the local file system; one with a scheme, such as {@code hdfs://}, stays as it is. */
    public static String of(String path) {
        return path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")
                ? path
                : Path.of(path).toAbsolutePath().toString();
    }
}
