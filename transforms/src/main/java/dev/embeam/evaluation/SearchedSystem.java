package dev.embeam.evaluation;

import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;

/**
 * What one system found with one similarity.
 *
 * @param name of the system
 * @param variant name of the similarity as JMTEB writes it; empty where there is no choice
 * @param result what was found for the queries of all parts, in the order of the parts
 * @param bytesPerDocument what a document's vector takes; 0 where there is none
 */
public record SearchedSystem(SystemName name, String variant, SearchResult result, int bytesPerDocument) {
    /** A system without vectors. */
    public SearchedSystem(SystemName name, String variant, SearchResult result) {
        this(name, variant, result, 0);
    }
}
