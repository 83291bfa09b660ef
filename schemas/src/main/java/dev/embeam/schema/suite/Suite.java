package dev.embeam.schema.suite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a benchmark evaluates. Every data set is one evaluation of all its systems, so that they are compared with each other.
 *
 * @param name of the suite, for the heading of reports
 * @param datasets in the order of the file, with names that differ
 */
public record Suite(String name, List<SuiteDataset> datasets) {
    /** Checks that there is something to do and that names differ. */
    public Suite {
        datasets = List.copyOf(datasets);
        if (datasets.isEmpty()) {
            throw new IllegalArgumentException("suite \"" + name + "\" has no data set; expected one or more");
        }
        Set<String> names = new HashSet<>();
        for (SuiteDataset dataset : datasets) {
            if (!names.add(dataset.task().label() + "/" + dataset.name())) {
                throw new IllegalArgumentException("suite \"" + name + "\" has the data set \"" + dataset.name()
                        + "\" twice for " + dataset.task().label() + "; expected names that differ within a task");
            }
        }
    }
}
