/** The command {@code snapshots}. */
@NullMarked
package dev.embeam.pipeline.snapshots;

import org.jspecify.annotations.NullMarked;
