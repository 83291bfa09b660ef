/** The text files of trec_eval: runs and judgements. Depends on {@code schema} alone. */
@NullMarked
package dev.embeam.schema.trec;

import org.jspecify.annotations.NullMarked;
