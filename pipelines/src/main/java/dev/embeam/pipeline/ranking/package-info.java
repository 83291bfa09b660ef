/** The commands {@code evaluate-retrieval} and {@code evaluate-reranking}, which differ in what is ranked. */
@NullMarked
package dev.embeam.pipeline.ranking;

import org.jspecify.annotations.NullMarked;
