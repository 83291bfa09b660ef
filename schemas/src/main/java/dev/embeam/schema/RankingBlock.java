package dev.embeam.schema;

import java.util.Arrays;
import java.util.List;

/**
 * What one system found for each of {@code size()} queries: the hits of query {@code i} are entries {@code offsets[i] ..
 * offsets[i + 1]} (end exclusive). Hits of a query are ordered by score, highest first, equal scores by the bytes of the
 * document's id in UTF-8, highest first, as trec_eval orders them; no document occurs twice. The arrays belong to the record.
 *
 * @param offsets where the hits of each query start, and after the last one where they end
 * @param documents ids of the hits
 * @param scores one a hit, never NaN
 * @param tied for each query, how many more documents have exactly the score of its last hit and did not fit
 */
public record RankingBlock(int[] offsets, List<String> documents, float[] scores, int[] tied) {
    /** Checks the shape. */
    public RankingBlock {
        documents = List.copyOf(documents);
        if (tied.length + 1 != offsets.length
                || offsets[offsets.length - 1] != scores.length
                || documents.size() != scores.length) {
            throw new IllegalArgumentException("rankings have " + offsets.length + " offsets, " + documents.size()
                    + " documents, " + scores.length + " scores and " + tied.length + " counts of ties");
        }
    }

    /** Number of queries. */
    public int size() {
        return tied.length;
    }

    /** How many hits query {@code i} has. */
    public int hits(int i) {
        return offsets[i + 1] - offsets[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankingBlock that
                && documents.equals(that.documents)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(tied, that.tied);
    }

    @Override
    public int hashCode() {
        return 31 * documents.hashCode() + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "RankingBlock[" + size() + " queries, " + scores.length + " hits]";
    }
}
