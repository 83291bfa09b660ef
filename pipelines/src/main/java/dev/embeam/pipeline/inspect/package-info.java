/** The command {@code inspect}. */
@NullMarked
package dev.embeam.pipeline.inspect;

import org.jspecify.annotations.NullMarked;
