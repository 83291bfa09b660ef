package dev.embeam.snapshot;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** The files that lie in a table's folder and belong to snapshots or runs: all but the states of the metadata. */
final class FolderListing {
    private final Table table;

    FolderListing(Table table) {
        this.table = table;
    }

    /** By their keys, in order. */
    Map<String, StoredObject> files() {
        Map<String, StoredObject> files = new TreeMap<>();
        add("/data/", "", files);
        add("/metadata/", ".avro", files);
        add("/runs/", "", files);
        return files;
    }

    private void add(String folder, String suffix, Map<String, StoredObject> files) {
        if (!(table.io() instanceof SupportsPrefixOperations io)) {
            throw new IllegalArgumentException("the files of table " + table.location() + " cannot be listed by "
                    + table.io().getClass().getName() + "; expected a file system of Hadoop");
        }
        try {
            for (FileInfo file : io.listPrefix(table.location() + folder)) {
                if (file.location().endsWith(suffix)) {
                    StoredObject found = new StoredObject(
                            file.location(), file.size(), Instant.ofEpochMilli(file.createdAtMillis()));
                    files.put(found.key(), found);
                }
            }
        } catch (NotFoundException | UncheckedIOException none) {
            // A table without runs has no folder of them.
        }
    }
}
