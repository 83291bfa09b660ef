package dev.embeam.snapshot;

import java.net.URI;
import java.time.Instant;
import org.apache.hadoop.fs.Path;

/**
 * A file in a table's folder.
 *
 * @param location as the file system calls it
 * @param bytes its size
 * @param changed when it was last changed
 */
record StoredObject(String location, long bytes, Instant changed) {
    /** The same for every way to write a path of one file system: with or without its scheme. */
    static String key(String location) {
        URI uri = new Path(location).toUri();
        return uri.getPath();
    }

    String key() {
        return key(location);
    }
}
