package dev.embeam.search;

import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts together what was found in parts of a collection. Associative and commutative: the hits, the judged scores and the
 * ties are those of one search over all parts, however these were cut and in whatever order they come. (Of an id that
 * comes twice the higher score stands; how often that was noticed, and ties among such documents, may depend on the cut.)
 */
public final class SearchResults {
    private SearchResults() {}

    /** What is found in no document. */
    public static SearchResult none(int queries) {
        RankingBlock empty = new RankingBlock(new int[queries + 1], List.of(), new float[0], new int[queries]);
        return new SearchResult(empty, empty, SearchCounts.NONE);
    }

    /**
     * Both results together.
     *
     * @param depth most hits of a query, the same that both were found with
     */
    public static SearchResult merge(SearchResult a, SearchResult b, int depth) {
        Merging hits = new Merging(a.hits(), b.hits(), depth);
        Merging judged = new Merging(a.judged(), b.judged(), Integer.MAX_VALUE);
        RankingBlock mergedHits = hits.merge();
        RankingBlock mergedJudged = judged.merge();
        SearchCounts repeated = SearchCounts.ofRepeatedIds(hits.repeatedIds + judged.repeatedIds);
        return new SearchResult(
                mergedHits, mergedJudged, a.counts().plus(b.counts()).plus(repeated));
    }

    /** One merge of two blocks. */
    private static final class Merging {
        private final RankingBlock a;
        private final RankingBlock b;
        private final int depth;
        private final List<String> documents = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final int[] offsets;
        private final int[] tied;
        private final float[] scores;
        private int size;
        private long repeatedIds;

        Merging(RankingBlock a, RankingBlock b, int depth) {
            if (a.size() != b.size()) {
                throw new IllegalArgumentException("results to merge are of " + a.size() + " and " + b.size()
                        + " queries; expected the same queries");
            }
            this.a = a;
            this.b = b;
            this.depth = depth;
            offsets = new int[a.size() + 1];
            tied = new int[a.size()];
            scores = new float[a.scores().length + b.scores().length];
        }

        RankingBlock merge() {
            for (int query = 0; query < tied.length; query++) {
                merge(query);
                offsets[query + 1] = size;
            }
            return new RankingBlock(offsets, documents, Arrays.copyOf(scores, size), tied);
        }

        private void merge(int query) {
            seen.clear();
            int i = a.offsets()[query];
            int j = b.offsets()[query];
            int endA = a.offsets()[query + 1];
            int endB = b.offsets()[query + 1];
            while (i < endA || j < endB) {
                if (j == endB || (i < endA && aFirst(i, j))) {
                    take(query, a, i++);
                } else {
                    take(query, b, j++);
                }
            }
            if (size > offsets[query]) {
                tied[query] += tiedWithLast(a, query) + tiedWithLast(b, query);
            }
        }

        private boolean aFirst(int i, int j) {
            return DocumentId.before(
                    a.scores()[i],
                    a.documents().get(i),
                    b.scores()[j],
                    b.documents().get(j));
        }

        private void take(int query, RankingBlock from, int hit) {
            String id = from.documents().get(hit);
            if (!seen.add(id)) {
                repeatedIds++;
            } else if (size - offsets[query] < depth) {
                documents.add(id);
                scores[size++] = from.scores()[hit];
            } else if (from.scores()[hit] == scores[size - 1]) {
                tied[query]++;
            }
        }

        /** How many documents that did not fit into a part's list tie with the last hit of both. */
        private int tiedWithLast(RankingBlock part, int query) {
            int end = part.offsets()[query + 1];
            boolean ties = end > part.offsets()[query] && part.scores()[end - 1] == scores[size - 1];
            return ties ? part.tied()[query] : 0;
        }
    }
}
