package dev.embeam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.Query;
import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {
    private static final List<Query> QUERIES = List.of(RankingFixtures.query("q", "c", "x"));

    private static ScoredDocument hit(String id, double score) {
        return new ScoredDocument(id, (float) score);
    }

    private static List<ScoredDocument> fused(String fusion, Task task, SearchResult a, SearchResult b) {
        SearchResult result = new FusedRankings(Fusion.parse(fusion)).fuse(task, a, b);
        return Rankings.hits(task == Task.RETRIEVAL ? result.hits() : result.judged(), 0, any -> true);
    }

    @Test
    void reciprocalRanksAreAdded() {
        SearchResult a = RankingFixtures.result(QUERIES, 3, List.of(hit("a", 9), hit("b", 8), hit("c", 7)));
        SearchResult b = RankingFixtures.result(QUERIES, 3, List.of(hit("c", 0.3), hit("b", 0.2), hit("d", 0.1)));
        assertThat(fused("rrf(a,b)", Task.RETRIEVAL, a, b))
                .containsExactly(hit("c", 1 / 63.0 + 1 / 61.0), hit("b", 1 / 62.0 + 1 / 62.0), hit("a", 1 / 61.0));
        assertThat(fused("rrf(1,a,b)", Task.RETRIEVAL, a, b).get(0)).isEqualTo(hit("c", 1 / 4.0 + 1 / 2.0));
    }

    @Test
    void normalisedScoresAreWeighted() {
        SearchResult a = RankingFixtures.result(QUERIES, 3, List.of(hit("a", 9), hit("b", 8), hit("c", 5)));
        SearchResult b = RankingFixtures.result(QUERIES, 3, List.of(hit("c", 4), hit("d", 4)));
        assertThat(fused("weighted(0.75,a,b)", Task.RETRIEVAL, a, b))
                .containsExactly(hit("a", 0.75), hit("b", 0.75 * 0.75), hit("d", 0.25));
    }

    @Test
    void hitsThatDidNotFitAreCountedAsTied() {
        SearchResult a = RankingFixtures.result(QUERIES, 1, List.of(hit("a", 9)));
        SearchResult b = RankingFixtures.result(QUERIES, 1, List.of(hit("c", 4)));
        SearchResult fused = new FusedRankings(Fusion.parse("rrf(a,b)")).fuse(Task.RETRIEVAL, a, b);
        assertThat(fused.hits().documents()).containsExactly("c");
        assertThat(fused.hits().tied()).containsExactly(1);
    }

    @Test
    void judgedDocumentsInNeitherListStandBelowAllOthers() {
        SearchResult a = RankingFixtures.result(QUERIES, 1, List.of(hit("a", 9), hit("c", 8)));
        SearchResult b = RankingFixtures.result(QUERIES, 1, List.of(hit("b", 9), hit("x", 8)));
        SearchResult fused = new FusedRankings(Fusion.parse("weighted(0.5,a,b)")).fuse(Task.RETRIEVAL, a, b);
        assertThat(Rankings.hits(fused.judged(), 0, any -> true)).containsExactly(hit("x", -1), hit("c", -1));
    }

    @Test
    void inRerankingTheCandidatesAreFused() {
        SearchResult a = RankingFixtures.result(QUERIES, 0, List.of(hit("c", 9), hit("x", 8)));
        SearchResult b = RankingFixtures.result(QUERIES, 0, List.of(hit("x", 1), hit("c", 0)));
        assertThat(fused("weighted(0.25,a,b)", Task.RERANKING, a, b)).containsExactly(hit("x", 0.75), hit("c", 0.25));
    }

    @Test
    void labelsReadBack() {
        for (String text : List.of("rrf(a,b)", "rrf(20,a,b)", "weighted(0.5,a b,c)", "weighted(1,a,b)")) {
            String label = Fusion.parse(text).label();
            assertThat(Fusion.parse(label).label()).isEqualTo(label);
        }
        assertThat(Fusion.parse("rrf(60,a,b)").label()).isEqualTo("rrf(a,b)");
        assertThat(Fusion.parseAll("rrf(a,b),weighted(0.5,a,b)"))
                .extracting(Fusion::label)
                .containsExactly("rrf(a,b)", "weighted(0.5,a,b)");
        assertThat(Fusion.parseAll("")).isEmpty();
    }

    @Test
    void systemsOfDifferentSharesAreNotFused() {
        SystemName part = SystemName.of("a").with(SystemName.SHARE, 0.1).with(SystemName.DIMS, 64);
        Fusion fusion = Fusion.parse("rrf(a,b)");
        assertThat(fusion.name(part, SystemName.of("b").with(SystemName.SHARE, 1)))
                .isEmpty();
        assertThat(fusion.name(part, SystemName.of("b").with(SystemName.SHARE, 0.1)))
                .hasValueSatisfying(name -> assertThat(name.label()).isEqualTo("rrf(a,b) dims=64 share=0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a,b)", "weighted(a,b)", "weighted(2,a,b)", "rrf(0,a,b)", "rrf(a)", "rrf(a,b"})
    void otherTextsAreErrors(String text) {
        assertThatThrownBy(() -> Fusion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
