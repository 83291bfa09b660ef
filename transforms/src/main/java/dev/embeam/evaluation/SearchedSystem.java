package dev.embeam.evaluation;

import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;

/**
 * What one system found with one similarity.
 *
 * @param name of the system
 * @param variant name of the similarity as JMTEB writes it; empty where there is no choice
 * @param result what was found for the queries of all parts, in the order of the parts
 */
public record SearchedSystem(SystemName name, String variant, SearchResult result) {}
