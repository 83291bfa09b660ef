/**
 * What a run will take, from a sample of its collection: which parts to read, what they say of the whole, and the memory, the
 * bytes and the time that follow. Knows no Beam.
 */
@NullMarked
package dev.embeam.planning;

import org.jspecify.annotations.NullMarked;
