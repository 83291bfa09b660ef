package dev.embeam.schema.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of an evaluation by {@link SuiteSetting}, each a list of words (of one, where the setting is no list), and flags
 * of the task's command that a suite has no word for.
 *
 * @param values those that are stated
 * @param flags by name
 */
public record SuiteSettings(Map<SuiteSetting, List<String>> values, Map<String, String> flags) {
    /** Copies the maps. */
    public SuiteSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    }

    /** Nothing stated. */
    public static SuiteSettings none() {
        return new SuiteSettings(Map.of(), Map.of());
    }

    /** The values of a setting; empty where it is not stated. */
    public List<String> values(SuiteSetting setting) {
        return values.getOrDefault(setting, List.of());
    }

    /** These settings, and the others where these say nothing. */
    public SuiteSettings over(SuiteSettings others) {
        Map<SuiteSetting, List<String>> allValues = new LinkedHashMap<>(others.values);
        allValues.putAll(values);
        Map<String, String> allFlags = new LinkedHashMap<>(others.flags);
        allFlags.putAll(flags);
        return new SuiteSettings(allValues, allFlags);
    }
}
