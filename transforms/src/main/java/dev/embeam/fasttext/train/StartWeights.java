package dev.embeam.fasttext.train;

import dev.embeam.kernel.WeightTable;
import dev.embeam.libstdcxx.MinimalStandard;
import java.util.stream.IntStream;

/** The numbers an input matrix starts from: even draws between plus and minus one over its columns. */
final class StartWeights {
    private static final int PARTS = 10;

    private StartWeights() {}

    /**
     * The matrix. Each tenth of its numbers has a generator of its own. For one thread only the first tenth is drawn, as the
     * fasttext tool does, and the others are zeros; for several threads all are, and what the division leaves over, too.
     */
    static WeightTable of(int rows, TrainingSettings settings) {
        WeightTable weights = WeightTable.zeros(rows, settings.model().dim());
        long part = (long) rows * weights.dim() / PARTS;
        int parts = settings.threads() == 1 ? 1 : PARTS + 1;
        long end = (long) rows * weights.dim();
        IntStream.range(0, parts)
                .parallel()
                .forEach(i -> fill(weights, i * part, Math.min((i + 1) * part, end), (long) i + settings.seed()));
        return weights;
    }

    private static void fill(WeightTable weights, long from, long to, long seed) {
        MinimalStandard random = new MinimalStandard(seed);
        double bound = (float) (1.0 / weights.dim());
        int row = (int) (from / weights.dim());
        int column = (int) (from % weights.dim());
        for (long i = from; i < to; i++) {
            weights.set(row, column, (float) (random.uniform01() * (2 * bound) - bound));
            if (++column == weights.dim()) {
                column = 0;
                row++;
            }
        }
    }
}
