package dev.embeam.model;

import dev.embeam.kernel.EmbeddingTable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person wants to know of a loaded model; stands in reports and in every output.
 *
 * @param location its folder
 * @param kind how its files lie
 * @param semantics whose rules are followed
 * @param dim columns of a vector
 * @param width columns that are averaged; more than {@code dim} only where a mean is normalised before it is cut
 * @param rows rows of the table
 * @param precision precision of the table in memory
 * @param tokenizerType kind of the tokenizer's model, such as {@code Unigram}
 * @param vocabulary number of token ids
 * @param prompts names of the folder's prompts
 * @param prompt what is put before every text; empty for nothing
 * @param normalized whether every vector has length one (or is zero)
 * @param maxTokens at most this many tokens of a text count; 0 for all
 * @param bytes bytes of the table in memory
 * @param fingerprint SHA-256 of everything that decides a vector, in hexadecimal digits
 */
public record ModelCard(
        String location,
        FolderKind kind,
        EncodingSemantics semantics,
        int dim,
        int width,
        int rows,
        EmbeddingTable.Precision precision,
        String tokenizerType,
        int vocabulary,
        Set<String> prompts,
        String prompt,
        boolean normalized,
        int maxTokens,
        long bytes,
        String fingerprint) {
    /** Sorts the prompts' names. */
    public ModelCard {
        prompts = Collections.unmodifiableSortedSet(new TreeSet<>(prompts));
    }
}
