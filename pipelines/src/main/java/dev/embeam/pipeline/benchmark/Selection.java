package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.suite.Suite;
import dev.embeam.schema.suite.SuiteDataset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which data sets of a suite are evaluated, by name.
 *
 * @param include the only ones; all where it is empty
 * @param exclude none of these
 */
record Selection(List<String> include, List<String> exclude) {
    static Selection of(BenchmarkOptions options) {
        return new Selection(Settings.names(options.getInclude()), Settings.names(options.getExclude()));
    }

    /**
     * The data sets, in the order of the suite.
     *
     * @throws IllegalArgumentException for a name the suite does not have, or when nothing is left
     */
    List<SuiteDataset> from(Suite suite) {
        Set<String> names =
                suite.datasets().stream().map(SuiteDataset::name).collect(Collectors.toCollection(TreeSet::new));
        requireKnown("include", include, names);
        requireKnown("exclude", exclude, names);
        List<SuiteDataset> chosen = suite.datasets().stream()
                .filter(dataset -> include.isEmpty() || include.contains(dataset.name()))
                .filter(dataset -> !exclude.contains(dataset.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "--include and --exclude leave no data set; expected one or more of " + names);
        }
        return chosen;
    }

    private static void requireKnown(String flag, List<String> wanted, Set<String> names) {
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "--" + flag + " has \"" + name + "\"; expected names of data sets of the suite: " + names);
            }
        }
    }
}
