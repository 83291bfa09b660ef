/** The command {@code bench-encode}. */
@NullMarked
package dev.embeam.pipeline.bench;

import org.jspecify.annotations.NullMarked;
