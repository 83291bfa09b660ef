/**
 * Documents to vectors with models of fastText: the second family of {@link dev.embeam.model.TextEncoder}s. Depends on
 * {@code fasttext}, {@code compress}, {@code model}, {@code lexical}, {@code collection} and {@code schema}; knows no Beam.
 */
@NullMarked
package dev.embeam.fasttext.document;

import org.jspecify.annotations.NullMarked;
