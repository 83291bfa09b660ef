package dev.embeam.evaluation;

import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.Split;
import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is peculiar about the classes of a data set. */
final class ClassWarnings {
    private static final int EXAMPLES = 5;

    private final Parts<LabelledTexts> parts;

    ClassWarnings(Parts<LabelledTexts> parts) {
        this.parts = parts;
    }

    /** Classes that a part lacks and another has; one warning a part. */
    List<Warning> absentClasses() {
        Set<String> all = parts.bySplit().values().stream()
                .flatMap(part -> part.labels().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Warning> warnings = new ArrayList<>();
        parts.bySplit().forEach((split, part) -> {
            Set<String> absent = new LinkedHashSet<>(all);
            absent.removeAll(Set.copyOf(part.labels()));
            if (!absent.isEmpty()) {
                warnings.add(new Warning(
                        "class-absent-from-part",
                        absent.size(),
                        "classes of other parts that the " + split.label() + " part (" + part.source() + ") lacks: "
                                + examples(absent)));
            }
        });
        return warnings;
    }

    /** Rows of the test part whose class no train row has. */
    List<Warning> unseenLabels() {
        Set<String> seen = Set.copyOf(parts.of(Split.TRAIN).labels());
        Map<String, Long> unseen = parts.test().labels().stream()
                .filter(label -> !seen.contains(label))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        if (unseen.isEmpty()) {
            return List.of();
        }
        Set<String> counted = unseen.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + " rows)")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.of(new Warning(
                "unseen-test-label",
                unseen.values().stream().mapToLong(Long::longValue).sum(),
                "test rows whose class no train row has, so that no classifier can find it: " + examples(counted)));
    }

    /** Numbering each part by itself, where that changes what a number means. */
    static Warning numberedByPart() {
        return new Warning(
                "labels-numbered-by-part",
                1,
                "the parts have different classes that are no numbers, and labels-by-part numbers each part by itself as"
                        + " JMTEB does: equal numbers mean different classes; --quirks=-labels-by-part compares names");
    }

    private static String examples(Set<String> names) {
        String first = names.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return names.size() > EXAMPLES ? first + ", ..." : first;
    }
}
