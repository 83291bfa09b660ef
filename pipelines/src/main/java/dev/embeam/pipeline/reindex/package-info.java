/** The command {@code reindex}. */
@NullMarked
package dev.embeam.pipeline.reindex;

import org.jspecify.annotations.NullMarked;
