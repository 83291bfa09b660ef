package dev.embeam.search;

import dev.embeam.kernel.QueryPanels;
import dev.embeam.schema.TextColumn;
import java.util.Arrays;

/** The hits and the judged scores of one system, with the limits that a document has to reach. Not thread-safe. */
final class SystemHits {
    private final Scorer scorer;
    private final int share;
    private final HitCollector hits;
    private final JudgedScores judged;
    private final float[][] limits;

    SystemHits(Scorer scorer, int share, int depth, JudgedDocuments documents) {
        this.scorer = scorer;
        this.share = share;
        hits = new HitCollector(documents.queries(), depth);
        judged = new JudgedScores(documents);
        limits = new float[Panels.count(documents.queries())][QueryPanels.WIDTH];
        for (int panel = 0; panel < limits.length; panel++) {
            Arrays.fill(limits[panel], Float.NEGATIVE_INFINITY);
            int queries = Math.min(QueryPanels.WIDTH, documents.queries() - panel * QueryPanels.WIDTH);
            // What fills up the last panel is no query and gets no hits.
            Arrays.fill(limits[panel], queries, QueryPanels.WIDTH, Float.POSITIVE_INFINITY);
        }
    }

    int share() {
        return share;
    }

    HitCollector hits() {
        return hits;
    }

    JudgedScores judged() {
        return judged;
    }

    /** Offers what is near enough among the products of a panel. */
    void offer(float[] products, RowChunk rows, int panel, TextColumn ids, int[] selected) {
        int found = scorer.select(products, rows.end(share), panel, limits[panel], selected);
        for (int i = 0; i < found; i++) {
            int row = selected[i] / QueryPanels.WIDTH;
            int lane = selected[i] % QueryPanels.WIDTH;
            int query = panel * QueryPanels.WIDTH + lane;
            if (query < hits.queries()) {
                offerHit(query, scorer.score(row, query, products[selected[i]]), ids, rows.batchRow(row));
            }
        }
    }

    private void offerHit(int query, float score, TextColumn ids, int row) {
        if (score >= hits.threshold(query)) {
            hits.offer(query, score, ids, row);
            limits[Panels.of(query)][Panels.lane(query)] = scorer.limit(query, hits.threshold(query));
        }
    }

    /** Takes the product of a judged document and, where only such are ranked, offers it. */
    void offerJudged(int row, int pair, int query, float product, boolean ranks, TextColumn ids, int batchRow) {
        float score = scorer.score(row, query, product);
        judged.offer(pair, score);
        if (ranks) {
            offerHit(query, score, ids, batchRow);
        }
    }
}
