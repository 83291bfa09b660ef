package dev.embeam.fasttext.document;

import dev.embeam.fasttext.WordSession;
import java.util.List;
import java.util.Map;

/** A model of words, whatever file it is kept in. Immutable, shared between threads. */
interface WordModel {
    /** Columns of a vector. */
    int dim();

    /** Rows of words and n-grams. */
    int rows();

    /** Number of known words. */
    int words();

    /** The bytes of all known words, by their numbers. */
    List<byte[]> wordBytes();

    /** Rows that are words' own among those that a code of a composed word holds: these are the first ones. */
    int wordRows();

    /** Bytes in memory. */
    long bytes();

    /** What the rows are in memory. */
    String table();

    /** Whether texts are encoded as a classifier's lines unless another pooling is asked for. */
    boolean isOfLines();

    /** What there is to say of it, by name. */
    Map<String, String> details();

    /**
     * Tokens and vectors for one thread.
     *
     * @param maxTokens at most this many tokens of a text count; 0 for all
     */
    WordSession newSession(int maxTokens);
}
