package dev.embeam.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of one system.
 *
 * @param system its name
 * @param variant the similarity, classifier or clusterer that validation chose, as JMTEB names it; empty where there is no
 *     choice
 * @param validation by variant, in the order they were tried, then by measure with its profile; empty where there is no
 *     validation part
 * @param test the chosen variant's measures
 * @param costs by name: {@code bytesPerDocument}, {@code encodeSeconds}, {@code encodedTexts}, {@code searchSeconds}; those
 *     that are known
 */
public record SystemReport(
        SystemName system,
        String variant,
        Map<String, Map<String, Double>> validation,
        List<MeasureValue> test,
        Map<String, Double> costs) {
    /** Copies lists and maps. */
    public SystemReport {
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        test = List.copyOf(test);
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
    }

    /** The value of a measure, by its name with profile. */
    public MeasureValue value(String measure) {
        return test.stream()
                .filter(value -> value.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no measure \"" + measure + "\" of " + system.label() + "; there are "
                                + test.stream().map(MeasureValue::measure).toList()));
    }
}
