/** Suites: which data sets a benchmark evaluates with which systems. Depends on {@code schema} and Jackson. */
@NullMarked
package dev.embeam.schema.suite;

import org.jspecify.annotations.NullMarked;
