package dev.embeam.report;

import dev.embeam.schema.SystemName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The systems of one model that differ in one setting, the others being those of the model's fullest system.
 *
 * @param model the model
 * @param systems by ascending value of the setting, two or more
 */
record Sweep(String model, List<SystemName> systems) {
    /**
     * The sweeps over a setting.
     *
     * @param systems all of them
     * @param setting a name that {@link SystemName} has
     */
    static List<Sweep> of(List<SystemName> systems, String setting) {
        List<Sweep> sweeps = new ArrayList<>();
        fullest(systems).forEach((model, full) -> {
            List<SystemName> varied = systems.stream()
                    .filter(system -> system.model().equals(model)
                            && number(system, setting).isPresent()
                            && Systems.without(system, setting).equals(Systems.without(full, setting)))
                    .sorted(Comparator.comparingDouble(system -> size(system, setting)))
                    .toList();
            if (varied.size() > 1) {
                sweeps.add(new Sweep(model, varied));
            }
        });
        return sweeps;
    }

    /** Of each model the system with the whole collection, the most columns, the finest precision and the longest texts. */
    static Map<String, SystemName> fullest(List<SystemName> systems) {
        Comparator<SystemName> fuller = Comparator.comparingDouble(system -> size(system, SystemName.SHARE));
        fuller = fuller.thenComparingDouble(system -> size(system, SystemName.DIMS))
                .thenComparingDouble(Sweep::bits)
                .thenComparingDouble(system -> size(system, SystemName.MAX_TOKENS));
        Map<String, SystemName> fullest = new LinkedHashMap<>();
        for (SystemName system : systems) {
            SystemName known = fullest.get(system.model());
            if (known == null || fuller.compare(system, known) > 0) {
                fullest.put(system.model(), system);
            }
        }
        return fullest;
    }

    /**
     * The value of a setting. A system that says nothing of a share has the whole, one that says nothing of max tokens has no
     * limit, which is 0; a precision counts by its bits.
     */
    static Optional<Double> number(SystemName system, String setting) {
        return switch (setting) {
            case SystemName.SHARE -> Optional.of(system.number(setting).orElse(1.0));
            case SystemName.MAX_TOKENS -> Optional.of(system.number(setting).orElse(0.0));
            case SystemName.PRECISION -> Optional.of(bits(system));
            default -> system.number(setting);
        };
    }

    /** The share of the collection that a system searched. */
    static double share(SystemName system) {
        return system.number(SystemName.SHARE).orElse(1.0);
    }

    /** Without a number, or with 0, a setting has no limit. */
    private static double size(SystemName system, String setting) {
        double number = number(system, setting).orElse(0.0);
        return number <= 0 ? Double.POSITIVE_INFINITY : number;
    }

    private static double bits(SystemName system) {
        return switch (system.settings().getOrDefault(SystemName.PRECISION, "float32")) {
            case "float16" -> 16;
            case "int8" -> 8;
            case "binary" -> 1;
            default -> 32;
        };
    }
}
