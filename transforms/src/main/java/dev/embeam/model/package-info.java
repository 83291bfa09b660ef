/**
 * Static embedding models: their files, their rules, their vectors. Depends on {@code tokenizer}, {@code kernel}, {@code
 * schema} and Jackson; knows no Beam.
 */
@NullMarked
package dev.embeam.model;

import org.jspecify.annotations.NullMarked;
