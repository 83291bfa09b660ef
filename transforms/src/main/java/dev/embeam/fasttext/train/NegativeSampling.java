package dev.embeam.fasttext.train;

import dev.embeam.kernel.WeightTable;
import dev.embeam.libstdcxx.MinimalStandard;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/** One decision for the target and one against each of some others, drawn by the square roots of their counts. */
final class NegativeSampling implements Objective {
    private static final int TABLE_SIZE = 10_000_000;

    private final WeightTable output;
    private final BinaryDecisions decisions;
    private final int negatives;
    private final int[] table;

    NegativeSampling(WeightTable output, int negatives, long[] counts) {
        this.output = output;
        this.negatives = negatives;
        decisions = new BinaryDecisions(output);
        table = table(counts);
        if (negatives > 0 && counts.length < 2) {
            throw new IllegalArgumentException("there is only one target, so none to sample against it; expected two or"
                    + " more words or labels, or another loss than ns");
        }
    }

    /** Every target as often as its share of the square roots of counts, rounded up. */
    static int[] table(long[] counts) {
        float sum = 0;
        for (long count : counts) {
            sum = (float) (sum + Math.sqrt(count));
        }
        int[] table = new int[TABLE_SIZE + counts.length];
        int size = 0;
        for (int target = 0; target < counts.length; target++) {
            float share = (float) Math.sqrt(counts[target]) * TABLE_SIZE / sum;
            int end = size + (int) Math.ceil(share);
            // Rounding in single precision may make more of them than there is room for.
            table = end <= table.length ? table : Arrays.copyOf(table, end + end / 8);
            Arrays.fill(table, size, end, target);
            size = end;
        }
        return Arrays.copyOf(table, size);
    }

    @Override
    public int mostRows() {
        return negatives + 1;
    }

    @Override
    public float learn(TokenIds targets, int chosen, float lr, LearningState state) {
        int target = targets.get(chosen);
        state.rows[0] = target;
        for (int i = 1; i <= negatives; i++) {
            state.rows[i] = draw(target, state.random);
        }
        state.multiply(output, negatives + 1);
        float loss = decisions.step(0, true, lr, state);
        for (int i = 1; i <= negatives; i++) {
            if (wasDrawnBefore(i, state.rows)) {
                state.products[i] = output.asTable().sequentialDot(state.rows[i], state.hidden);
            }
            loss += decisions.step(i, false, lr, state);
        }
        return loss;
    }

    private int draw(int target, MinimalStandard random) {
        int drawn = table[random.below(table.length)];
        while (drawn == target) {
            drawn = table[random.below(table.length)];
        }
        return drawn;
    }

    private static boolean wasDrawnBefore(int i, int[] rows) {
        for (int j = 1; j < i; j++) {
            if (rows[j] == rows[i]) {
                return true;
            }
        }
        return false;
    }
}
