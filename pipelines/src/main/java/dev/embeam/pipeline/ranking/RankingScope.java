package dev.embeam.pipeline.ranking;

import dev.embeam.lexical.StatisticsOf;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.QueryLayout;
import java.util.List;

/**
 * What the two commands differ in.
 *
 * @param task retrieval or reranking
 * @param layout what the layout {@code jmteb} stands for
 * @param depth hits kept for each query
 * @param shares of the collection to search
 * @param statistics what bm25's weights rest on
 */
record RankingScope(Task task, QueryLayout layout, int depth, List<Double> shares, StatisticsOf statistics) {
    /** The same with another depth. */
    RankingScope withDepth(int newDepth) {
        return new RankingScope(task, layout, newDepth, shares, statistics);
    }

    /** Whether queries are ranked against their own candidates. */
    boolean candidatesOnly() {
        return task == Task.RERANKING;
    }
}
