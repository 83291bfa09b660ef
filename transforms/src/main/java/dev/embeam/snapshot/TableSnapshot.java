package dev.embeam.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One state of a table, without its files.
 *
 * @param id Iceberg's number of it
 * @param parent the snapshot it was made from; none for the first
 * @param created when it was committed
 * @param properties what the run that made it says, by the names of {@link SnapshotProperty}
 */
public record TableSnapshot(long id, OptionalLong parent, Instant created, Map<String, String> properties) {
    /** Copies the properties. */
    public TableSnapshot {
        properties = Map.copyOf(properties);
    }

    /** What the run says of this; empty where it says nothing. */
    public String property(SnapshotProperty name) {
        return properties.getOrDefault(name.key(), "");
    }
}
