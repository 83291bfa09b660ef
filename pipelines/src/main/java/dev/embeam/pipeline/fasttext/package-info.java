/** The commands that make fastText models: {@code train-fasttext} and {@code quantize-fasttext}. */
@NullMarked
package dev.embeam.pipeline.fasttext;

import org.jspecify.annotations.NullMarked;
