package dev.embeam.collection;

/** How a file is compressed as a whole. */
public enum InputCompression {
    /** Decided by each file's name. */
    BY_NAME(""),
    /** Not at all. */
    NONE(""),
    /** Gzip (RFC 1952), of one member or of several. */
    GZIP("gz gzip"),
    /** Zstandard (RFC 8878), of one frame or of several. */
    ZSTD("zst zstd");

    /** Endings of names without their dot, a space between two. */
    private final String extensions;

    InputCompression(String extensions) {
        this.extensions = extensions;
    }

    static InputCompression ofName(String path) {
        String extension = FileNames.extension(path);
        for (InputCompression compression : values()) {
            if (FileNames.isOneOf(extension, compression.extensions)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The path without the ending that says how it is compressed. */
    static String withoutExtension(String path) {
        return ofName(path) == NONE ? path : path.substring(0, path.lastIndexOf('.'));
    }
}
