package dev.embeam.tokenizer;

/** One step that cuts pieces into smaller ones and may rewrite them. Immutable and shared between threads. */
interface PreTokenizer {
    /** Fills {@code out}, which is empty, from {@code in}, which stays as it is. Never makes an empty piece. */
    void split(Pieces in, Pieces out);
}
