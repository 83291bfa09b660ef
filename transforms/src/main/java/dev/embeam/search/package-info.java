/** Exact search over blocks of vectors. Depends on {@code kernel}, {@code precision} and {@code schema}. */
@NullMarked
package dev.embeam.search;

import org.jspecify.annotations.NullMarked;
