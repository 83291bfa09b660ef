/** The command {@code plan}. */
@NullMarked
package dev.embeam.pipeline.plan;

import org.jspecify.annotations.NullMarked;
