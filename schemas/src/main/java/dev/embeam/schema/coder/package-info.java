/** Compact Beam coders of the records that flow. Depends on {@code schema} and Beam. */
@NullMarked
package dev.embeam.schema.coder;

import org.jspecify.annotations.NullMarked;
