/** What a collection holds, counted in one pass. Knows {@code schema} and Beam. */
@NullMarked
package dev.embeam.transform.survey;

import org.jspecify.annotations.NullMarked;
