/**
 * BM25 without an index: analysers of texts, statistics of the queries' terms, scores. Depends on {@code schema}, {@code
 * search} and Lucene's analysers.
 */
@NullMarked
package dev.embeam.lexical;

import org.jspecify.annotations.NullMarked;
