/**
 * Files on the file systems that Beam knows. Depends on {@code collection}, on Beam's file systems and on nothing else of
 * Beam, so that every theme may use it.
 */
@NullMarked
package dev.embeam.storage;

import org.jspecify.annotations.NullMarked;
