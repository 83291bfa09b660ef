/**
 * Vectors to a finished output folder. Depends on {@code schema}, {@code precision}, {@code kernel}, {@code progress} and
 * Beam; knows no other theme.
 */
@NullMarked
package dev.embeam.transform.sink;

import org.jspecify.annotations.NullMarked;
