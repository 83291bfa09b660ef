package dev.embeam.tokenizer;

import java.util.OptionalInt;

/** A vocabulary and the rule that cuts a piece into its entries. Immutable and shared between threads. */
interface TokenModel {
    /** A worker for one thread. */
    Segmenter newSegmenter();

    /** The id of an entry, or nothing when the vocabulary lacks it. */
    OptionalInt idOf(String token);

    /** One more than the largest id. */
    int size();

    /** The id that stands for what the vocabulary lacks, if the model has one. */
    OptionalInt unknownId();

    /** The scratch and the loop of one thread. */
    interface Segmenter {
        /** Appends the ids of the piece {@code chars[from, to)}, which is valid UTF-16 and not empty. */
        void segment(char[] chars, int from, int to, TokenIds out);
    }
}
