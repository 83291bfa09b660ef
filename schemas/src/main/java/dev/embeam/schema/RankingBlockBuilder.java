package dev.embeam.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts rankings together, one query after the other. */
public final class RankingBlockBuilder {
    private final List<String> documents = new ArrayList<>();
    private final List<Float> scores = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));
    private final List<Integer> tied = new ArrayList<>();

    /**
     * Adds the ranking of the next query.
     *
     * @param found what was found for it, in any order, with ids that differ
     * @param depth most hits to keep; how many of the others tie with the last one is counted
     */
    public RankingBlockBuilder add(Collection<ScoredDocument> found, int depth) {
        List<ScoredDocument> ranked = found.stream().sorted().toList();
        int kept = Math.min(depth, ranked.size());
        for (ScoredDocument hit : ranked.subList(0, kept)) {
            documents.add(hit.id());
            scores.add(hit.score());
        }
        offsets.add(documents.size());
        tied.add(kept == 0 ? 0 : tiedWith(ranked.get(kept - 1).score(), ranked.subList(kept, ranked.size())));
        return this;
    }

    /** Adds the ranking of the next query with all that was found. */
    public RankingBlockBuilder add(Collection<ScoredDocument> found) {
        return add(found, Integer.MAX_VALUE);
    }

    private static int tiedWith(float score, List<ScoredDocument> others) {
        return (int) others.stream().filter(other -> other.score() == score).count();
    }

    /** The rankings so far. */
    public RankingBlock build() {
        float[] values = new float[scores.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores.get(i);
        }
        return new RankingBlock(
                offsets.stream().mapToInt(Integer::intValue).toArray(),
                documents,
                values,
                tied.stream().mapToInt(Integer::intValue).toArray());
    }
}
