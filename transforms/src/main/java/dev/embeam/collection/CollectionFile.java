package dev.embeam.collection;

import java.io.Serializable;

/**
 * One file of a collection, as it was found before reading began.
 *
 * @param path where it is
 * @param bytes its size as stored
 * @param format its format, never {@link InputFormat#BY_NAME}
 * @param compression its compression, never {@link InputCompression#BY_NAME}
 * @param idField the field that holds the ids, or empty where ids are made
 * @param label what made ids start with: the file's name, or more of its path where names repeat
 */
public record CollectionFile(
        String path, long bytes, InputFormat format, InputCompression compression, String idField, String label)
        implements Serializable {
    /** Checks that nothing is left open. */
    public CollectionFile {
        if (format == InputFormat.BY_NAME || compression == InputCompression.BY_NAME) {
            throw new IllegalArgumentException("the format or compression of " + path + " has not been decided");
        }
    }

    /** Whether ids are made of label and line number, because no field holds them. */
    public boolean generatesIds() {
        return idField.isEmpty();
    }

    /**
     * Whether the file can be read from the middle of its text: uncompressed JSON lines can; rows of CSV cannot, since a
     * newline may lie between quotes; neither can a file whose line numbers are needed for ids.
     */
    public boolean splitsByBytes() {
        return format == InputFormat.JSON_LINES && compression == InputCompression.NONE && !generatesIds();
    }

    CollectionFile withIdField(String name) {
        return new CollectionFile(path, bytes, format, compression, name, label);
    }
}
