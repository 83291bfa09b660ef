package dev.embeam.evaluation;

import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.RankingBlockBuilder;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one result from two. What a system did not list counts as {@link Fusion.Method} says. */
final class FusedRankings {
    private static final double NOT_LISTED = -1;

    private final Fusion fusion;

    FusedRankings(Fusion fusion) {
        this.fusion = fusion;
    }

    /**
     * The fused result. In retrieval the lists of hits are fused, and the longer of the two lengths is kept; a judged
     * document in neither list stands below all others. In reranking the scores of the candidates are fused.
     */
    SearchResult fuse(Task task, SearchResult a, SearchResult b) {
        boolean retrieval = task == Task.RETRIEVAL;
        RankingBlock listsA = retrieval ? a.hits() : a.judged();
        RankingBlock listsB = retrieval ? b.hits() : b.judged();
        RankingBlockBuilder hits = new RankingBlockBuilder();
        RankingBlockBuilder judged = new RankingBlockBuilder();
        for (int query = 0; query < listsA.size(); query++) {
            Map<String, Double> scores = new LinkedHashMap<>();
            add(listsA, query, fusion.method() == Fusion.Method.WEIGHTED ? fusion.parameter() : 1, scores);
            add(listsB, query, fusion.method() == Fusion.Method.WEIGHTED ? 1 - fusion.parameter() : 1, scores);
            hits.add(scored(scores), retrieval ? Math.max(listsA.hits(query), listsB.hits(query)) : 0);
            judged.add(scored(judgedScores(a.judged(), b.judged(), query, scores)));
        }
        return new SearchResult(hits.build(), judged.build(), counts(a.counts(), b.counts()));
    }

    private void add(RankingBlock lists, int query, double weight, Map<String, Double> scores) {
        List<ScoredDocument> hits = Rankings.hits(lists, query, hit -> true);
        for (int i = 0; i < hits.size(); i++) {
            double share = fusion.method() == Fusion.Method.RECIPROCAL_RANK
                    ? 1 / (fusion.parameter() + i + 1)
                    : normalised(hits, i);
            scores.merge(hits.get(i).id(), weight * share, Double::sum);
        }
    }

    private static double normalised(List<ScoredDocument> hits, int i) {
        double high = hits.get(0).score();
        double low = hits.get(hits.size() - 1).score();
        return high == low ? 1 : (hits.get(i).score() - low) / (high - low);
    }

    private static Map<String, Double> judgedScores(
            RankingBlock a, RankingBlock b, int query, Map<String, Double> scores) {
        Map<String, Double> judged = new LinkedHashMap<>();
        for (RankingBlock block : List.of(a, b)) {
            Rankings.hits(block, query, hit -> true)
                    .forEach(hit -> judged.put(hit.id(), scores.getOrDefault(hit.id(), NOT_LISTED)));
        }
        return judged;
    }

    private static List<ScoredDocument> scored(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .map(entry ->
                        new ScoredDocument(entry.getKey(), entry.getValue().floatValue()))
                .toList();
    }

    /** A fusion costs both searches; documents and warnings are told by the systems themselves. */
    private static SearchCounts counts(SearchCounts a, SearchCounts b) {
        return new SearchCounts(
                Math.max(a.documents(), b.documents()),
                0,
                0,
                0,
                0,
                Math.max(a.encodedTexts(), b.encodedTexts()),
                a.encodeNanos() + b.encodeNanos(),
                a.searchNanos() + b.searchNanos());
    }
}
