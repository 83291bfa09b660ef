package dev.embeam.schema;

/**
 * A test whether two systems differ by more than chance: the paired randomisation test, two-sided.
 *
 * @param first one system
 * @param second the other
 * @param measure what is compared
 * @param difference value of the first minus value of the second
 * @param p how often random exchanges of the two give a difference as large, from above 0 to 1
 * @param adjusted p after Holm's correction over all comparisons of the report
 */
public record Comparison(
        SystemName first, SystemName second, String measure, double difference, double p, double adjusted) {}
