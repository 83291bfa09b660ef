package dev.embeam.schema;

/**
 * What one system found, over the part of the collection that it has seen.
 *
 * @param hits the best documents of every query, as many as were asked for or fewer
 * @param judged the scores of the documents that the queries judge or name as candidates, whatever their rank: a judged
 *     document that is missing here is not in the collection
 * @param counts what was met
 */
public record SearchResult(RankingBlock hits, RankingBlock judged, SearchCounts counts) {}
