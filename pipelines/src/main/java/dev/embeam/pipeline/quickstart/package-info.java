/** The command {@code quickstart}: the whole way once, with what comes with the project. */
@NullMarked
package dev.embeam.pipeline.quickstart;

import org.jspecify.annotations.NullMarked;
