/** The command {@code classify}. */
@NullMarked
package dev.embeam.pipeline.classify;

import org.jspecify.annotations.NullMarked;
