package dev.embeam.lexical;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the statistics of all shares of a plan: each document is counted once, at the smallest share that holds it. Not
 * thread-safe.
 */
public final class PlanCounting {
    private final LexicalPlan plan;
    private final ShareLevels levels;
    private final List<CorpusCounting> countings = new ArrayList<>();

    /** Nothing counted. */
    public PlanCounting(LexicalPlan plan) {
        this.plan = plan;
        levels = new ShareLevels(plan);
        plan.shares()
                .forEach(
                        share -> countings.add(new CorpusCounting(plan.queries().size())));
    }

    /** Counts the documents of a batch. */
    public void add(TermBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            int level = levels.levelOf(batch, row);
            if (level < countings.size()) {
                countings.get(level).add(batch, row);
            }
        }
    }

    /** Adds what another one counted. */
    public void add(List<CorpusStatistics> levelsOfOther) {
        for (int level = 0; level < countings.size(); level++) {
            countings.get(level).add(levelsOfOther.get(level));
        }
    }

    /** What was counted of the smallest share, and of each larger one beside the one before it. */
    public List<CorpusStatistics> levels() {
        return countings.stream().map(CorpusCounting::statistics).toList();
    }

    /** The statistics of every share, in the order of the plan. */
    public List<CorpusStatistics> statistics() {
        CorpusCounting sum = new CorpusCounting(plan.queries().size());
        List<CorpusStatistics> rising = new ArrayList<>();
        for (CorpusCounting counting : countings) {
            sum.add(counting.statistics());
            rising.add(sum.statistics());
        }
        return plan.shares().stream()
                .map(share -> rising.get(levels.levelOf(share)))
                .toList();
    }
}
