/**
 * Vectors to a finished output folder, or to the next snapshot of a table. Depends on {@code schema}, {@code identity},
 * {@code precision}, {@code kernel}, {@code progress}, {@code snapshot} and Beam; knows no other theme.
 */
@NullMarked
package dev.embeam.transform.sink;

import org.jspecify.annotations.NullMarked;
