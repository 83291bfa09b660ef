package dev.embeam.libstdcxx;

/** A strict weak order of elements that are known by their ids. */
@FunctionalInterface
public interface IntOrder {
    /** Whether element {@code a} comes before element {@code b}; false for equal ones. */
    boolean before(int a, int b);
}
