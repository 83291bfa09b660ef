/** Text to token ids, equal to Hugging Face tokenizers. Depends on {@code kernel}, {@code schema} and Jackson; knows no Beam. */
@NullMarked
package dev.embeam.tokenizer;

import org.jspecify.annotations.NullMarked;
