package dev.embeam.evaluation;

import dev.embeam.schema.LabelledTexts;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for classes, from 0 in the order of their names: as numbers where all are whole numbers, else by code points. Some
 * classifiers give a doubtful row to the class of the lower number, so the order is part of the score.
 */
final class ClassNumbers {
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private ClassNumbers(List<String> names) {
        this.names = names;
        names.forEach(name -> numbers.put(name, numbers.size()));
    }

    /** Of the classes of these parts. */
    static ClassNumbers of(Collection<LabelledTexts> parts) {
        List<String> distinct = parts.stream()
                .flatMap(part -> part.labels().stream())
                .distinct()
                .toList();
        Comparator<String> order = areWholeNumbers(distinct)
                ? Comparator.comparing(BigInteger::new)
                : Comparator.comparing(name -> name.codePoints().toArray(), Arrays::compare);
        return new ClassNumbers(distinct.stream().sorted(order).toList());
    }

    /** Whether all names are whole numbers. */
    static boolean areWholeNumbers(Collection<String> names) {
        return names.stream().allMatch(name -> name.matches("[+-]?[0-9]+"));
    }

    /** The names, each at its number. */
    List<String> names() {
        return names;
    }

    /** The number of each row's class. */
    int[] of(LabelledTexts part) {
        return part.labels().stream().mapToInt(label -> numbers.get(label)).toArray();
    }
}
