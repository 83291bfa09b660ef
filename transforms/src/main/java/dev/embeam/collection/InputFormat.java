package dev.embeam.collection;

/** How documents lie in a file. */
public enum InputFormat {
    /** Decided by each file's name. */
    BY_NAME(""),
    /** One JSON object a line; blank lines are skipped. */
    JSON_LINES("jsonl ndjson json"),
    /** Comma-separated values with a header row, after RFC 4180: a quoted field may hold commas, quotes and newlines. */
    CSV("csv"),
    /** As {@link #CSV}, with tabs between the fields. */
    TSV("tsv tab"),
    /** Parquet with columns of strings at the top level. */
    PARQUET("parquet pq"),
    /** One document a line; the line is the text, an empty line an empty text. */
    LINES("txt text lines");

    /** Endings of names without their dot, a space between two. */
    private final String extensions;

    InputFormat(String extensions) {
        this.extensions = extensions;
    }

    /**
     * The format that a file's name, without the ending of its compression, stands for.
     *
     * @throws IllegalArgumentException if its ending is not one of the known
     */
    static InputFormat ofName(String path) {
        String extension = FileNames.extension(path);
        for (InputFormat format : values()) {
            if (FileNames.isOneOf(extension, format.extensions)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "the format of " + path + " cannot be told from its name; expected .jsonl, .ndjson,"
                        + " .json, .csv, .tsv, .parquet or .txt, with or without .gz or .zst; name the format with --inputFormat");
    }

    /** What stands between the fields of a row. */
    char delimiter() {
        return this == TSV ? '\t' : ',';
    }
}
