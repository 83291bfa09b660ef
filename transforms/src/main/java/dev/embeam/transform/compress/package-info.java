/** Recipes of compact models, tried side by side. Depends on {@code compress}, {@code fasttext}, {@code sharing}, {@code storage} and Beam. */
@NullMarked
package dev.embeam.transform.compress;

import org.jspecify.annotations.NullMarked;
