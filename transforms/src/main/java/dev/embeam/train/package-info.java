/** Trainers: static models made from texts. Depends on {@code model}, {@code tokenizer}, {@code kernel} and Jackson; knows no Beam. */
@NullMarked
package dev.embeam.train;

import org.jspecify.annotations.NullMarked;
