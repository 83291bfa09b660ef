/** BM25 over collections of any size and over candidates. Knows {@code lexical}, {@code search}, {@code schema} and Beam. */
@NullMarked
package dev.embeam.transform.lexical;

import org.jspecify.annotations.NullMarked;
