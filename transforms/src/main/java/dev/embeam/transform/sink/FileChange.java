package dev.embeam.transform.sink;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What becomes of some files of a table.
 *
 * @param removed paths of files that the next snapshot does not hold
 * @param deleted for other files all rows that it does not hold; belongs to the record
 */
record FileChange(List<String> removed, Map<String, BitSet> deleted) implements Serializable {
    private static final long serialVersionUID = 1L;

    FileChange {
        removed = List.copyOf(removed);
        deleted = Map.copyOf(deleted);
    }
}
