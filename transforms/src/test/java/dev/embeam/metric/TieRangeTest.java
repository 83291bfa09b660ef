package dev.embeam.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.Interval;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TieRangeTest {
    /** All orders of these grades that keep scores falling. */
    private static List<int[]> orders(int[] grades, float[] scores) {
        List<int[]> orders = new ArrayList<>();
        extend(new int[grades.length], 0, new boolean[grades.length], grades, scores, orders);
        return orders;
    }

    private static void extend(
            int[] order, int size, boolean[] used, int[] grades, float[] scores, List<int[]> orders) {
        if (size == order.length) {
            orders.add(order.clone());
        }
        for (int i = 0; i < grades.length; i++) {
            if (!used[i] && size < order.length && scores[i] == scores[size]) {
                used[i] = true;
                order[size] = grades[i];
                extend(order, size + 1, used, grades, scores, orders);
                used[i] = false;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ndcg@4",
                "ndcg_exp@4",
                "mrr@4",
                "map@4",
                "map_capped@4",
                "recall@4",
                "precision@4",
                "hit_rate@1",
                "ndcg",
                "map",
                "mrr"
            })
    void endsAreThoseOfAllOrders(String name) {
        for (Profile profile : Profile.values()) {
            RankingMeasure measure = RankingMeasures.of(name, Task.RETRIEVAL, profile, profile.quirks());
            for (int testCase = 0; testCase < 60; testCase++) {
                compare(measure, testCase);
            }
        }
    }

    private static void compare(RankingMeasure measure, int testCase) {
        SplittableRandom random = Seeds.random(testCase);
        int all = 2 + random.nextInt(6);
        int kept = 1 + random.nextInt(all);
        int[] grades = random.ints(all, -1, 4).map(grade -> Math.max(0, grade)).toArray();
        float[] scores = new float[all];
        for (int i = 1; i < all; i++) {
            scores[i] = random.nextInt(3) == 0 ? scores[i - 1] - 1 : scores[i - 1];
        }
        int end = kept;
        while (end < all && scores[end] == scores[kept - 1]) {
            end++;
        }
        RankedGains ranked = RankedGains.of(Arrays.copyOf(grades, kept), grades);
        Interval range = TieRange.of(ranked, Arrays.copyOf(scores, kept), Arrays.copyOfRange(grades, kept, end))
                .of(measure);
        DoubleSummaryStatistics values = orders(grades, scores).stream()
                .mapToDouble(order -> measure.value(ranked.ranked(Arrays.copyOf(order, kept))))
                .summaryStatistics();
        assertThat(range.low()).as(Seeds.describe(testCase)).isCloseTo(values.getMin(), within(1e-12));
        assertThat(range.high()).as(Seeds.describe(testCase)).isCloseTo(values.getMax(), within(1e-12));
    }

    @Test
    void tiesAmongEqualGradesDoNotMatter() {
        assertThat(TieRange.of(RankedGains.of(new int[] {1, 1, 0}, 1, 1), new float[] {2, 2, 1})
                        .matters())
                .isFalse();
        assertThat(TieRange.of(RankedGains.of(new int[] {1, 1, 0}, 1, 1), new float[] {2, 1, 1})
                        .matters())
                .isTrue();
    }

    /**
     * scikit-learn's {@code ndcg_score} gives tied documents the mean gain of their group, which is the mean of nDCG over
     * all orders; its golden cases hold the measure against that.
     */
    @Test
    void theMeanOverAllOrdersIsWhatScikitLearnGivesForTies() {
        assertThat(meanOfOrders(new int[] {2, 3, 1, 0, 0}, new float[] {.9f, .7f, .5f, .5f, .5f}))
                .isCloseTo(0.909721, within(1e-6));
        assertThat(meanOfOrders(new int[] {1, 0, 0}, new float[] {1, 1, 1})).isCloseTo(0.71031, within(1e-6));
    }

    private static double meanOfOrders(int[] grades, float[] scores) {
        RankingMeasure ndcg = RankingMeasures.of("ndcg@10", Task.RETRIEVAL, Profile.TREC, Set.of());
        RankedGains ranked = RankedGains.of(grades, grades);
        return orders(grades, scores).stream()
                .mapToDouble(order -> ndcg.value(ranked.ranked(order)))
                .average()
                .orElseThrow();
    }
}
