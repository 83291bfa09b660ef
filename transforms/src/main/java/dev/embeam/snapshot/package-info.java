/**
 * Tables of vectors with snapshots, kept by Apache Iceberg: where they are, what a snapshot holds, how the next one is
 * committed. Depends on {@code schema}; knows no Beam.
 */
@NullMarked
package dev.embeam.snapshot;

import org.jspecify.annotations.NullMarked;
