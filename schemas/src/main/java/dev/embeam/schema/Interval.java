package dev.embeam.schema;

/**
 * A range of values.
 *
 * @param low its lower end
 * @param high its upper end, not below
 */
public record Interval(double low, double high) {}
