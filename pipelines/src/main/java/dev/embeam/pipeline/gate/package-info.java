/** What a new snapshot of a table has to pass before it becomes the current one; shared by commands. */
@NullMarked
package dev.embeam.pipeline.gate;

import org.jspecify.annotations.NullMarked;
