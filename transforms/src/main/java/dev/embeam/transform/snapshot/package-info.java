/** What a table of vectors holds, beside the documents that are compared with it. Depends on {@code snapshot} and Beam. */
@NullMarked
package dev.embeam.transform.snapshot;

import org.jspecify.annotations.NullMarked;
