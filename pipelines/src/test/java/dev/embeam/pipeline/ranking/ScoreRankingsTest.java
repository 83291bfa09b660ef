package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.TooManyFailuresException;
import dev.embeam.evaluation.RankingSettings;
import dev.embeam.metric.Profile;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import dev.embeam.search.SearchResults;
import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

class ScoreRankingsTest {
    private static final QuerySet TEST =
            new QuerySet(Split.TEST, "queries", List.of(new Query("q", "", List.of(), List.of())));

    private static EvaluationOutput score(long maxFailures, SearchCounts counts, boolean searches) {
        SearchResult nothing = SearchResults.none(1);
        return new ScoreRankings(
                        List.of(TEST),
                        List.of(new RankedSystem(SystemName.of("a"), "", searches, 0, true)),
                        List.of(),
                        RankingSettings.of(Task.RETRIEVAL, "data", Profile.TREC).withSamples(100, 0),
                        maxFailures)
                .apply(List.of(KV.of(0, new SearchResult(nothing.hits(), nothing.judged(), counts))));
    }

    @Test
    void failuresOfAllReadersTogetherAreHeldAgainstTheLimit() {
        SearchCounts counts = new SearchCounts(7, 0, 0, 0, 3, 0, 0, 0);
        assertThat(score(3, counts, true).report().systems()).hasSize(1);
        assertThatThrownBy(() -> score(2, counts, true))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContainingAll("3 records", "at most 2", "--maxFailures=3");
    }

    @Test
    void onlyRunsMayHaveSeenNoDocument() {
        assertThat(score(0, SearchCounts.NONE, false).report().systems()).hasSize(1);
        assertThatThrownBy(() -> score(0, SearchCounts.NONE, true)).hasMessageContaining("no document");
    }
}
