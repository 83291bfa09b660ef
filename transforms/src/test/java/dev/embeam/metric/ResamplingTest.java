package dev.embeam.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What measures say of counted rows is what they say of the rows written out. */
class ResamplingTest {
    @RepeatedTest(50)
    void countedRowsScoreAsRowsWrittenOut(RepetitionInfo repetition) {
        SplittableRandom random = Seeds.random(repetition.getCurrentRepetition());
        int rows = random.nextInt(5, 60);
        double[] x = random.doubles(rows).map(value -> Math.rint(value * 10)).toArray();
        double[] y = random.doubles(rows).map(value -> Math.rint(value * 10)).toArray();
        boolean[] truth = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = random.nextBoolean();
        }
        int[] drawn = random.ints(rows, 0, rows).sorted().toArray();
        int[] counts = new int[rows];
        Arrays.stream(drawn).forEach(row -> counts[row]++);

        String repeat = Seeds.describe(repetition.getCurrentRepetition());
        assertThat(Spearman.of(RankOrder.of(x), RankOrder.of(y), counts))
                .as(repeat)
                .isCloseTo(Spearman.of(gather(x, drawn), gather(y, drawn)), within(1e-12));
        boolean[] drawnTruth = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            drawnTruth[i] = truth[drawn[i]];
        }
        assertThat(BinaryAveragePrecision.of(truth, x).value(counts))
                .as(repeat)
                .isCloseTo(
                        BinaryAveragePrecision.of(drawnTruth, gather(x, drawn)).value(), within(1e-12));
    }

    private static double[] gather(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
