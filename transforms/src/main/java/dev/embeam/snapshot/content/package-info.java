/**
 * What the rows of snapshots hold: how two snapshots differ, and whether one is whole. Depends on {@code snapshot}, {@code
 * identity}, {@code precision} and {@code collection}; knows no Beam.
 */
@NullMarked
package dev.embeam.snapshot.content;

import org.jspecify.annotations.NullMarked;
