package dev.embeam.collection;

import dev.embeam.schema.CorruptDataException;
import java.util.Collections;
import java.util.List;

/**
 * The columns of a file that names them once for all records, so that a field which is not there fails the run before it
 * starts and not every record of it.
 *
 * @param path the file
 * @param names its columns
 */
record Columns(String path, List<String> names) {
    /** The id field, or empty where ids are to be made, after a check that the other fields are there. */
    String check(ReadSettings settings) {
        settings.keepFields().forEach(this::require);
        if (settings.textFields().stream().noneMatch(names::contains)) {
            throw new IllegalArgumentException("none of the text fields " + settings.textFields() + " is a column of "
                    + path + "; its columns are " + names + "; name them with --textFields");
        }
        settings.textFields().forEach(this::requireOnce);
        return idField(settings);
    }

    private String idField(ReadSettings settings) {
        if (!settings.idField().isEmpty()) {
            require(settings.idField());
            return settings.idField();
        }
        String found = ReadSettings.ID_FIELDS.stream()
                .filter(names::contains)
                .findFirst()
                .orElse("");
        requireOnce(found);
        return found;
    }

    private void require(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "field \"" + name + "\" is no column of " + path + "; its columns are " + names);
        }
        requireOnce(name);
    }

    private void requireOnce(String name) {
        if (Collections.frequency(names, name) > 1) {
            throw new CorruptDataException(
                    path, "header", "column \"" + name + "\" is there more than once", "each name once");
        }
    }
}
