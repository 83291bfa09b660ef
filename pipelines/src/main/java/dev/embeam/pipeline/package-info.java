/** The table of commands. */
@NullMarked
package dev.embeam.pipeline;

import org.jspecify.annotations.NullMarked;
