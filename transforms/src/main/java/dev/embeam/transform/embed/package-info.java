/** Documents to tokens to vectors. Depends on {@code model}, {@code evaluation}, {@code schema}, {@code sharing} and Beam; holds no arithmetic. */
@NullMarked
package dev.embeam.transform.embed;

import org.jspecify.annotations.NullMarked;
