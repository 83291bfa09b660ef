package dev.embeam.search;

import dev.embeam.schema.RankingBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of all pairs of {@link JudgedDocuments} in one system, as they come. Of a document that comes twice the higher
 * score stands. Not thread-safe.
 */
public final class JudgedScores {
    private final JudgedDocuments documents;
    private final float[] scores;
    private final boolean[] found;
    private long repeatedIds;

    /** No scores yet. */
    public JudgedScores(JudgedDocuments documents) {
        this.documents = documents;
        scores = new float[documents.pairs()];
        found = new boolean[documents.pairs()];
    }

    /** Takes the score of a pair, which must not be NaN. */
    public void offer(int pair, float score) {
        if (Float.isNaN(score)) {
            throw new IllegalArgumentException("the score of pair " + pair + " is not a number");
        }
        repeatedIds += found[pair] ? 1 : 0;
        scores[pair] = found[pair] ? Math.max(scores[pair], score + 0f) : score + 0f;
        found[pair] = true;
    }

    /** How often a pair came that was there already. */
    public long repeatedIds() {
        return repeatedIds;
    }

    /** The scores so far, as rankings of all that was found. */
    public RankingBlock toBlock() {
        List<Integer> order = IntStream.range(0, scores.length)
                .filter(pair -> found[pair])
                .boxed()
                .sorted(this::compare)
                .toList();
        int[] offsets = new int[documents.queries() + 1];
        float[] sorted = new float[order.size()];
        List<String> ids = new ArrayList<>(order.size());
        for (int pair : order) {
            sorted[ids.size()] = scores[pair];
            ids.add(id(pair));
            offsets[documents.query(pair) + 1] = ids.size();
        }
        for (int query = 0; query < documents.queries(); query++) {
            offsets[query + 1] = Math.max(offsets[query + 1], offsets[query]);
        }
        return new RankingBlock(offsets, ids, sorted, new int[documents.queries()]);
    }

    private int compare(int a, int b) {
        int byQuery = Integer.compare(documents.query(a), documents.query(b));
        if (byQuery != 0) {
            return byQuery;
        }
        return DocumentId.before(scores[a], id(a), scores[b], id(b)) ? -1 : 1;
    }

    private String id(int pair) {
        return documents.id(documents.document(pair));
    }
}
