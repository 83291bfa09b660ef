package dev.embeam.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person wants to know of a loaded model; stands in reports and in every output.
 *
 * @param location its folder or file
 * @param kind how its files lie
 * @param semantics whose rules are followed
 * @param dim columns of a vector
 * @param width columns that are averaged; more than {@code dim} only where a mean is normalised before it is cut
 * @param rows rows of the table
 * @param table what the numbers of the table are in memory, such as {@code float32}
 * @param tokenizerType kind of the tokenizer's model, such as {@code Unigram}
 * @param vocabulary number of token ids
 * @param prompts names of the folder's prompts
 * @param prompt what is put before every text; empty for nothing
 * @param normalized whether every vector has length one (or is zero)
 * @param maxTokens at most this many tokens of a text count; 0 for all
 * @param bytes bytes of the table in memory
 * @param fingerprint SHA-256 of everything that decides a vector, in hexadecimal digits
 * @param details what else there is to say of a model of its kind, by name, in the order for a reader
 */
public record ModelCard(
        String location,
        String kind,
        String semantics,
        int dim,
        int width,
        int rows,
        String table,
        String tokenizerType,
        int vocabulary,
        Set<String> prompts,
        String prompt,
        boolean normalized,
        int maxTokens,
        long bytes,
        String fingerprint,
        Map<String, String> details) {
    /** Sorts the prompts' names and keeps the order of the details. */
    public ModelCard {
        prompts = Collections.unmodifiableSortedSet(new TreeSet<>(prompts));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
