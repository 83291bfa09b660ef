package dev.embeam.identity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What a collection says about one file of a table.
 *
 * @param file path of the file
 * @param gone rows whose documents the collection holds with another content, or not at all; belongs to the record
 * @param duplicates documents that were seen more than once and stay in the file, with the row that holds their id
 */
public record StoredChange(String file, int[] gone, List<DuplicateRow> duplicates) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies the list. */
    public StoredChange {
        duplicates = List.copyOf(duplicates);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredChange that
                && file.equals(that.file)
                && Arrays.equals(gone, that.gone)
                && duplicates.equals(that.duplicates);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + Arrays.hashCode(gone);
    }

    @Override
    public String toString() {
        return "StoredChange[" + gone.length + " rows of " + file + "]";
    }

    /** Nothing is said. */
    public static StoredChange none(String file) {
        return new StoredChange(file, new int[0], List.of());
    }
}
