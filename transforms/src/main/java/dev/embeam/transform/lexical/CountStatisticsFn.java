package dev.embeam.transform.lexical;

import dev.embeam.lexical.CorpusStatistics;
import dev.embeam.lexical.LexicalPlan;
import dev.embeam.lexical.PlanCounting;
import dev.embeam.lexical.TermBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.Combine;

/** Adds up the statistics of all shares. */
final class CountStatisticsFn extends Combine.CombineFn<TermBatch, PlanCounting, List<CorpusStatistics>> {
    private static final long serialVersionUID = 1L;

    private final LexicalPlan plan;

    CountStatisticsFn(LexicalPlan plan) {
        this.plan = plan;
    }

    @Override
    public PlanCounting createAccumulator() {
        return new PlanCounting(plan);
    }

    @Override
    public PlanCounting addInput(PlanCounting counting, TermBatch batch) {
        counting.add(batch);
        return counting;
    }

    @Override
    public PlanCounting mergeAccumulators(Iterable<PlanCounting> countings) {
        PlanCounting sum = createAccumulator();
        countings.forEach(counting -> sum.add(counting.levels()));
        return sum;
    }

    @Override
    public List<CorpusStatistics> extractOutput(PlanCounting counting) {
        return counting.statistics();
    }

    @Override
    public Coder<PlanCounting> getAccumulatorCoder(CoderRegistry registry, Coder<TermBatch> input) {
        return new CountingCoder(plan);
    }

    @Override
    public Coder<List<CorpusStatistics>> getDefaultOutputCoder(CoderRegistry registry, Coder<TermBatch> input) {
        return LexicalCoders.STATISTICS;
    }

    /** Codes what has been counted; the plan is the coder's own. */
    private static final class CountingCoder extends CustomCoder<PlanCounting> {
        private static final long serialVersionUID = 1L;

        private final LexicalPlan plan;

        CountingCoder(LexicalPlan plan) {
            this.plan = plan;
        }

        @Override
        public void encode(PlanCounting counting, OutputStream out) throws IOException {
            LexicalCoders.STATISTICS.encode(counting.levels(), out);
        }

        @Override
        public PlanCounting decode(InputStream in) throws IOException {
            PlanCounting counting = new PlanCounting(plan);
            counting.add(LexicalCoders.STATISTICS.decode(in));
            return counting;
        }

        @Override
        public void verifyDeterministic() {
            // Equal counts have equal bytes.
        }
    }
}
