/** The command {@code encode}. */
@NullMarked
package dev.embeam.pipeline.encode;

import org.jspecify.annotations.NullMarked;
