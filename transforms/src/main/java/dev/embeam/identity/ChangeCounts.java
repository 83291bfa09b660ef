package dev.embeam.identity;

import java.io.Serializable;

/**
 * How a collection differs from a table, in documents; those with an id that occurs earlier are not counted.
 *
 * @param added whose id is new
 * @param changed that are written in place of a stored one
 * @param deleted that only the table has
 * @param unchanged that stay as they are stored
 */
public record ChangeCounts(long added, long changed, long deleted, long unchanged) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing was met. */
    public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0);

    /** The sum of both. */
    public ChangeCounts plus(ChangeCounts other) {
        return new ChangeCounts(
                added + other.added, changed + other.changed, deleted + other.deleted, unchanged + other.unchanged);
    }

    /** Documents of the collection. */
    public long documents() {
        return added + changed + unchanged;
    }

    /** Documents of the table. */
    public long stored() {
        return changed + deleted + unchanged;
    }
}
