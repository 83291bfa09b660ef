package dev.embeam.report;

import dev.embeam.schema.SystemName;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What reports need to know of the names of systems. */
final class Systems {
    private Systems() {}

    /** Whether a system searched the whole collection, as all do that say nothing of a share. */
    static boolean whole(SystemName system) {
        return system.number(SystemName.SHARE).orElse(1.0) == 1;
    }

    /** The settings but for one. */
    static Map<String, String> without(SystemName system, String setting) {
        Map<String, String> settings = new TreeMap<>(system.settings());
        settings.remove(setting);
        return settings;
    }

    /** The settings as a reader sees them: {@code dims 64, precision int8}. */
    static String settings(SystemName system) {
        return system.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
