package dev.embeam.collection;

import java.io.Serializable;
import java.util.List;

/**
 * A file that was looked at before reading began.
 *
 * @param file the file, with all that was decided
 * @param parts what it consists of: row groups in a Parquet file, otherwise all of it
 */
public record InspectedFile(CollectionFile file, List<FilePart> parts) implements Serializable {
    /** Owns its list. */
    public InspectedFile {
        parts = List.copyOf(parts);
    }
}
