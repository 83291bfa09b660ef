/** Measures, one a file, the profile in the name. Depends on {@code schema} alone. */
@NullMarked
package dev.embeam.metric;

import org.jspecify.annotations.NullMarked;
