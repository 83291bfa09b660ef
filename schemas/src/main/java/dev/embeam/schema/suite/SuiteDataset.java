package dev.embeam.schema.suite;

import dev.embeam.schema.Task;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One data set of a suite and how it is evaluated.
 *
 * @param task what is evaluated
 * @param name of the data set, as reports and JMTEB's files show it
 * @param position where it stands in the suite's file, for messages: {@code datasets[3]}
 * @param files by {@link SuiteFile}, as the suite's file names them: relative paths or globs
 * @param settings the suite's, with what the data set says otherwise
 */
public record SuiteDataset(
        Task task, String name, String position, Map<SuiteFile, List<String>> files, SuiteSettings settings) {
    /** Copies the map. */
    public SuiteDataset {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The files of a role; empty where there are none. */
    public List<String> files(SuiteFile file) {
        return files.getOrDefault(file, List.of());
    }
}
