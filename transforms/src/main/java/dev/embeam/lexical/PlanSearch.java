package dev.embeam.lexical;

import dev.embeam.schema.SearchResult;
import java.util.ArrayList;
import java.util.List;

/** Searches all shares of a plan. Not thread-safe. */
public final class PlanSearch {
    private final LexicalPlan plan;
    private final ShareLevels levels;
    private final List<CorpusSearch> searches = new ArrayList<>();
    private final int[] levelsOfShares;

    /**
     * Nothing found yet.
     *
     * @param statistics of every share, in the order of the plan
     */
    public PlanSearch(LexicalPlan plan, List<CorpusStatistics> statistics) {
        this.plan = plan;
        levels = new ShareLevels(plan);
        levelsOfShares = plan.shares().stream().mapToInt(levels::levelOf).toArray();
        for (CorpusStatistics each : statistics) {
            searches.add(new CorpusSearch(plan.queries(), plan.settings(), each, plan.judged(), plan.depth()));
        }
    }

    /** Searches the documents of a batch. */
    public void add(TermBatch batch) {
        int[] levelsOfRows = new int[batch.size()];
        for (int row = 0; row < batch.size(); row++) {
            levelsOfRows[row] = levels.levelOf(batch, row);
        }
        for (int share = 0; share < levelsOfShares.length; share++) {
            add(batch, levelsOfRows, levelsOfShares[share], searches.get(share));
        }
    }

    /** A share takes the part of the time of analysis that its documents are of the batch. */
    private static void add(TermBatch batch, int[] levelsOfRows, int level, CorpusSearch search) {
        long start = System.nanoTime();
        int members = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (levelsOfRows[row] <= level) {
                search.add(batch, row);
                members++;
            }
        }
        long analysing = batch.size() == 0 ? 0 : batch.analyseNanos() / batch.size() * members;
        search.addFailures(batch.failures());
        search.addTime(analysing, System.nanoTime() - start);
    }

    /** The index of a share's system. */
    public int system(int share) {
        return plan.firstSystem() + share;
    }

    /** What has been found so far, for every share in the order of the plan. */
    public List<SearchResult> results() {
        return searches.stream().map(CorpusSearch::result).toList();
    }
}
