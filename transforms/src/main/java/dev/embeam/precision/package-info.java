/** Stored vectors to numbers and back. Depends on {@code kernel} and {@code schema}; knows no Beam. */
@NullMarked
package dev.embeam.precision;

import org.jspecify.annotations.NullMarked;
