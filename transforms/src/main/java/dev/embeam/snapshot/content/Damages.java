package dev.embeam.snapshot.content;

import java.util.ArrayList;
import java.util.List;

/** Damages as they are found, of which the first ones are told: a table that lost its order has one a document. */
final class Damages {
    private static final int TOLD = 100;

    private final List<String> lines = new ArrayList<>();
    private int count;

    void add(String line) {
        if (count++ < TOLD) {
            lines.add(line.replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /** Adds a damage where a value is not what somebody says; an empty expectation says nothing. */
    void require(String where, String what, Object actual, Object expected, String source) {
        if (!expected.equals("") && !actual.equals(expected)) {
            add(where + ": " + what + " " + actual + "; expected " + expected + ", as " + source + " says");
        }
    }

    int count() {
        return count;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
