/** Flags that several commands share, one interface a concern. */
@NullMarked
package dev.embeam.pipeline.option;

import org.jspecify.annotations.NullMarked;
