package dev.embeam.evaluation;

import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.List;

/** Counts what a warning is about and keeps the first few examples. */
final class Tally {
    private static final int EXAMPLES = 3;

    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(String example) {
        add(1, example);
    }

    void add(long times, String example) {
        if (times > 0) {
            count += times;
            if (examples.size() < EXAMPLES) {
                examples.add(example);
            }
        }
    }

    /** Adds the warning to a list where anything was counted; the examples follow the detail. */
    void warn(List<Warning> warnings, String kind, String detail) {
        if (count > 0) {
            warnings.add(new Warning(kind, count, detail + ": " + String.join(", ", examples)));
        }
    }
}
