/** What the commands that evaluate have in common. */
@NullMarked
package dev.embeam.pipeline.evaluation;

import org.jspecify.annotations.NullMarked;
