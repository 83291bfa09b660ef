/** Commands that shrink models of word vectors. Depends on {@code launch}, {@code option}, {@code transform.compress} and {@code compress}. */
@NullMarked
package dev.embeam.pipeline.compress;

import org.jspecify.annotations.NullMarked;
