package dev.embeam.pipeline.option;

import dev.embeam.schema.SystemName;
import java.util.Set;
import java.util.TreeSet;

/** Which systems several values of several flags make. */
public enum Combinations {
    /** Every value with every other. */
    ALL,
    /** At most one setting at a time other than the first value of its flag: a line along each flag, not the whole grid. */
    SINGLE;

    /**
     * Whether a system is one of those that are wanted.
     *
     * @param first the system of the first values
     * @param other a system of the same model
     */
    public boolean has(SystemName first, SystemName other) {
        if (this == ALL) {
            return true;
        }
        Set<String> settings = new TreeSet<>(first.settings().keySet());
        settings.addAll(other.settings().keySet());
        settings.removeIf(name ->
                first.settings().getOrDefault(name, "").equals(other.settings().getOrDefault(name, "")));
        return settings.size() <= 1;
    }
}
