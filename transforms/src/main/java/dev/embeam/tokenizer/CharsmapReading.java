package dev.embeam.tokenizer;

/** How the character table of a {@code Precompiled} normalizer is read; the two readings give different ids. */
public enum CharsmapReading {
    /**
     * As Hugging Face tokenizers does to this day: grapheme clusters under six UTF-8 bytes are replaced as a whole by the
     * entry for their shortest prefix, all others code point by code point.
     */
    HF_LEGACY,
    /** As SentencePiece does: the longest entry at each place. */
    SENTENCEPIECE
}
