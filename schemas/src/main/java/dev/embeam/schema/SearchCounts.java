package dev.embeam.schema;

/**
 * What was met while searching.
 *
 * @param documents documents seen
 * @param zeroVectors documents without a direction: empty texts, or texts of which no token counts
 * @param notFinite documents left out because a number of their vector is NaN or infinite
 * @param repeatedIds how often a document among the hits or the judged had an id that was already there; the higher score
 *     stands
 * @param failedRecords records of the collection that are no documents: broken JSON, a missing field
 * @param encodedTexts documents that were encoded in {@code encodeNanos}; those of the whole collection where several shares
 *     of it were encoded as one
 * @param encodeNanos time of encoding, summed over workers; 0 where vectors were read
 * @param searchNanos time of searching, summed over workers
 */
public record SearchCounts(
        long documents,
        long zeroVectors,
        long notFinite,
        long repeatedIds,
        long failedRecords,
        long encodedTexts,
        long encodeNanos,
        long searchNanos) {
    /** Nothing met. */
    public static final SearchCounts NONE = new SearchCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Nothing met but documents whose id was there already. */
    public static SearchCounts ofRepeatedIds(long repeatedIds) {
        return new SearchCounts(0, 0, 0, repeatedIds, 0, 0, 0, 0);
    }

    /** Both together. */
    public SearchCounts plus(SearchCounts other) {
        return new SearchCounts(
                documents + other.documents,
                zeroVectors + other.zeroVectors,
                notFinite + other.notFinite,
                repeatedIds + other.repeatedIds,
                failedRecords + other.failedRecords,
                encodedTexts + other.encodedTexts,
                encodeNanos + other.encodeNanos,
                searchNanos + other.searchNanos);
    }
}
