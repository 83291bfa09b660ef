package dev.embeam.tokenizer;

import java.util.Objects;

/**
 * How a tokenizer.json is read where there is a choice.
 *
 * @param charsmapReading how the table of a {@code Precompiled} normalizer is read
 */
public record TokenizerSettings(CharsmapReading charsmapReading) {
    public TokenizerSettings {
        Objects.requireNonNull(charsmapReading);
    }

    /** Equal to Hugging Face tokenizers. */
    public static TokenizerSettings defaults() {
        return new TokenizerSettings(CharsmapReading.HF_LEGACY);
    }

    /** The same with another reading of character tables. */
    public TokenizerSettings withCharsmapReading(CharsmapReading reading) {
        return new TokenizerSettings(reading);
    }
}
