/** Clusterers and classifiers over vectors. Depends on {@code kernel} alone. */
@NullMarked
package dev.embeam.learn;

import org.jspecify.annotations.NullMarked;
