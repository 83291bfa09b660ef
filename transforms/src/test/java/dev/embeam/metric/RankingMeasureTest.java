package dev.embeam.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.schema.Task;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingMeasureTest {
    private static final List<String> ALL = List.of(
            "ndcg@3",
            "ndcg_exp@3",
            "mrr@3",
            "map@3",
            "map_capped@3",
            "recall@3",
            "precision@3",
            "hit_rate@3",
            "accuracy@3",
            "ndcg",
            "map",
            "mrr",
            "recall",
            "hit_rate",
            "accuracy",
            "ndcg_exp",
            "map_capped");

    private static double trec(String measure, RankedGains ranked) {
        return RankingMeasures.of(measure, Task.RETRIEVAL, Profile.TREC, Set.of())
                .value(ranked);
    }

    private static double jmteb(String measure, RankedGains ranked) {
        return RankingMeasures.of(measure, Task.RETRIEVAL, Profile.JMTEB, Profile.JMTEB.quirks())
                .value(ranked);
    }

    /** Ranks 1 and 3 are relevant, with grades 1 and 2; a third relevant document, of grade 1, is not found. */
    private static final RankedGains EXAMPLE = RankedGains.of(new int[] {1, 0, 2, 0}, 1, 2, 1, 0, -1);

    @Test
    void valuesAreThoseByHand() {
        // (1 + 2/2) / (2 + 1/log2(3) + 1/2)
        assertThat(trec("ndcg@10", EXAMPLE)).isCloseTo(2 / (2.5 + 0.6309297536), within(1e-9));
        // (1 + 3/2) / (3 + 1/log2(3) + 1/2)
        assertThat(trec("ndcg_exp@10", EXAMPLE)).isCloseTo(2.5 / (3.5 + 0.6309297536), within(1e-9));
        assertThat(trec("mrr@10", EXAMPLE)).isEqualTo(1);
        // (1/1 + 2/3) / 3
        assertThat(trec("map@10", EXAMPLE)).isCloseTo(5.0 / 9, within(1e-12));
        assertThat(trec("map_capped@2", EXAMPLE)).isCloseTo(1.0 / 2, within(1e-12));
        assertThat(trec("recall@10", EXAMPLE)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(trec("precision@10", EXAMPLE)).isCloseTo(0.2, within(1e-12));
        assertThat(trec("accuracy@1", EXAMPLE)).isEqualTo(1);
    }

    @Test
    void jmtebTakesEveryGradeForOneAndDoesNotCutTheIdeal() {
        // (1 + 1/2) / (1 + 1/log2(3) + 1/2), at any cutoff
        assertThat(jmteb("ndcg@3", EXAMPLE)).isCloseTo(1.5 / (1.5 + 0.6309297536), within(1e-9));
        assertThat(jmteb("ndcg@1", EXAMPLE)).isCloseTo(1 / (1.5 + 0.6309297536), within(1e-9));
        assertThat(RankingMeasures.of("ndcg@1", Task.RETRIEVAL, Profile.JMTEB, Set.of())
                        .value(EXAMPLE))
                .isEqualTo(1);
    }

    @Test
    void aQueryWithoutRelevantDocumentsScoresZero() {
        for (String measure : ALL) {
            assertThat(trec(measure, RankedGains.of(new int[] {0, 0}, 0, -1)))
                    .as(measure)
                    .isZero();
        }
    }

    @Test
    void anEmptyRankingScoresZero() {
        for (String measure : ALL) {
            assertThat(trec(measure, RankedGains.of(new int[0], 1, 2)))
                    .as(measure)
                    .isZero();
        }
    }

    @Test
    void aPerfectRankingScoresOne() {
        for (String measure : ALL) {
            assertThat(trec(measure, RankedGains.of(new int[] {3, 2, 1}, 1, 2, 3)))
                    .as(measure)
                    .isEqualTo(1);
        }
    }

    @Test
    void aFirstRelevantDocumentBelowTheCutoffDoesNotCount() {
        RankedGains fourth = RankedGains.of(new int[] {0, 0, 0, 1}, 1);
        assertThat(trec("mrr@3", fourth)).isZero();
        assertThat(trec("hit_rate@3", fourth)).isZero();
        assertThat(trec("mrr", fourth)).isEqualTo(0.25);
        assertThat(fourth.firstRelevant()).isEqualTo(4);
    }

    @Test
    void measuresGoByTheirNames() {
        for (String measure : ALL) {
            assertThat(RankingMeasures.of(measure, Task.RERANKING, Profile.TREC, Set.of())
                            .name())
                    .isEqualTo(measure);
        }
    }

    @Test
    void defaultsHoldWhatJmtebReports() {
        assertThat(RankingMeasures.defaults(Task.RETRIEVAL, Profile.JMTEB, List.of(10)))
                .startsWith("ndcg@10")
                .contains("accuracy@1", "accuracy@3", "accuracy@5", "accuracy@10", "mrr@10");
        assertThat(RankingMeasures.defaults(Task.RERANKING, Profile.JMTEB, List.of(10)))
                .contains("ndcg@10", "ndcg@20", "ndcg@40");
        assertThat(RankingMeasures.defaults(Task.RETRIEVAL, Profile.TREC, List.of(10, 100)))
                .contains("recall@100")
                .doesNotContain("accuracy@1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndgc@10", "ndcg@ten", "ndcg@0", "ndcg@", "precision", ""})
    void namesThatAreNoneAreErrors(String name) {
        assertThatThrownBy(() -> trec(name, EXAMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
