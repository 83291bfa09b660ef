package dev.embeam.evaluation;

import dev.embeam.metric.RankedGains;
import dev.embeam.metric.TieRange;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.RankingBlockBuilder;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One system's rankings of the queries of one part.
 *
 * @param part the queries
 * @param block the rankings; the first query of the part is at {@code first}
 * @param first index of the part's first query in the block
 * @param judged scores of the judged documents, at the indexes of all parts
 */
record Rankings(RankingPart part, RankingBlock block, int first, RankingBlock judged) {
    /** What is ranked in this task: the hits, or the candidates of each query by their scores. */
    static Rankings of(Task task, SearchResult result, RankingPart part) {
        return task == Task.RETRIEVAL
                ? new Rankings(part, result.hits(), part.from(), result.judged())
                : new Rankings(part, candidates(result.judged(), part), 0, result.judged());
    }

    private static RankingBlock candidates(RankingBlock judged, RankingPart part) {
        RankingBlockBuilder ranked = new RankingBlockBuilder();
        for (int query = 0; query < part.size(); query++) {
            Set<String> candidates = part.queries().get(query).candidates();
            ranked.add(hits(judged, part.from() + query, hit -> candidates.contains(hit.id())));
        }
        return ranked.build();
    }

    /** The hits of a query that fulfil a condition, best first. */
    static List<ScoredDocument> hits(RankingBlock block, int index, Predicate<ScoredDocument> condition) {
        List<ScoredDocument> hits = new ArrayList<>();
        for (int i = block.offsets()[index]; i < block.offsets()[index + 1]; i++) {
            ScoredDocument hit = new ScoredDocument(block.documents().get(i), block.scores()[i]);
            if (condition.test(hit)) {
                hits.add(hit);
            }
        }
        return hits;
    }

    /** The first {@code depth} hits of a query of the part. */
    List<ScoredDocument> top(int query, int depth) {
        List<ScoredDocument> hits = hits(block, first + query, hit -> true);
        return hits.subList(0, Math.min(depth, hits.size()));
    }

    /** The ids of a query's hits, best first. */
    List<String> documents(int query) {
        return block.documents().subList(block.offsets()[first + query], block.offsets()[first + query + 1]);
    }

    float[] scores(int query) {
        return Arrays.copyOfRange(block.scores(), block.offsets()[first + query], block.offsets()[first + query + 1]);
    }

    /** The grades of a query's ranking. */
    RankedGains gains(int query) {
        JudgedQuery judgedQuery = part.queries().get(query);
        return judgedQuery.unranked().ranked(judgedQuery.grades(documents(query)));
    }

    /** What the order of equal scores could change. */
    TieRange ties(int query) {
        return TieRange.of(gains(query), scores(query), outside(query));
    }

    /**
     * Grades of the documents that tie with the last hit and did not fit. Of those not judged no more than there are hits
     * are listed, as more could not push anything further out.
     */
    private int[] outside(int query) {
        int tied = block.tied()[first + query];
        List<String> documents = documents(query);
        if (tied == 0 || documents.isEmpty()) {
            return new int[0];
        }
        float last = block.scores()[block.offsets()[first + query + 1] - 1];
        Set<String> inside = new HashSet<>(documents);
        int[] known =
                hits(judged, part.from() + query, hit -> hit.score() == last && !inside.contains(hit.id())).stream()
                        .mapToInt(hit -> part.queries().get(query).grade(hit.id()))
                        .toArray();
        int unjudged = Math.min(Math.max(0, tied - known.length), documents.size());
        return Arrays.copyOf(known, known.length + unjudged);
    }

    /** Whether a query has several hits, and all of one score. */
    boolean constant(int query) {
        float[] scores = scores(query);
        return scores.length > 1 && scores[0] == scores[scores.length - 1];
    }
}
