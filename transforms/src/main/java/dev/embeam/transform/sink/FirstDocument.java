package dev.embeam.transform.sink;

import dev.embeam.schema.DocumentKeys;

/** The place of the earliest document of a file, by input file and position. */
final class FirstDocument {
    private String source = "";
    private long position = -1;

    void add(DocumentKeys keys) {
        int order = position < 0 ? -1 : keys.file().compareTo(source);
        for (long each : keys.positions()) {
            if (order < 0 || (order == 0 && each < position)) {
                source = keys.file();
                position = each;
                order = 0;
            }
        }
    }

    /** Its input file; empty as long as there is none. */
    String source() {
        return source;
    }

    /** Where it stands there; -1 as long as there is none. */
    long position() {
        return position;
    }
}
