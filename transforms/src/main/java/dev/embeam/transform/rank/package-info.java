/**
 * Searching collections with Beam. Depends on {@code schema}, {@code search} and Beam; knows no other theme of transforms.
 */
@NullMarked
package dev.embeam.transform.rank;

import org.jspecify.annotations.NullMarked;
