/** Arithmetic on arrays. Depends on the JDK alone; knows neither text nor Beam. */
@NullMarked
package dev.embeam.kernel;

import org.jspecify.annotations.NullMarked;
