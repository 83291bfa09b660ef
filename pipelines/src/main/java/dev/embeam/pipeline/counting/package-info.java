/** Jobs that count a collection before the job that a command is for; commands share it. */
@NullMarked
package dev.embeam.pipeline.counting;

import org.jspecify.annotations.NullMarked;
