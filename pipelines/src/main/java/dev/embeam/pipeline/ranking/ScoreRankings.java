package dev.embeam.pipeline.ranking;

import dev.embeam.collection.TooManyFailuresException;
import dev.embeam.evaluation.RankingEvaluation;
import dev.embeam.evaluation.RankingSettings;
import dev.embeam.evaluation.SearchedSystem;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Warning;
import dev.embeam.search.SearchResults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;

/** The last step of the job, as it travels to the worker: the results of all systems to scores. */
record ScoreRankings(
        List<QuerySet> sets,
        List<RankedSystem> systems,
        List<Warning> warnings,
        RankingSettings settings,
        long maxFailures)
        implements SerializableFunction<List<KV<Integer, SearchResult>>, EvaluationOutput> {
    private static final long serialVersionUID = 1L;

    @Override
    public EvaluationOutput apply(List<KV<Integer, SearchResult>> results) {
        Map<Integer, SearchResult> byNumber = results.stream().collect(Collectors.toMap(KV::getKey, KV::getValue));
        SearchResult nothing =
                SearchResults.none(sets.stream().mapToInt(QuerySet::size).sum());
        byNumber.values().forEach(this::checkFailures);
        checkDocuments(byNumber.values());
        List<SearchedSystem> searched = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            RankedSystem system = systems.get(i);
            if (system.scored()) {
                searched.add(new SearchedSystem(
                        system.name(), system.variant(), system.bytesPerDocument(), byNumber.getOrDefault(i, nothing)));
            }
        }
        return new RankingEvaluation(settings).evaluate(sets, searched, warnings);
    }

    /** A share of a collection may be empty, the collection may not. */
    private void checkDocuments(Collection<SearchResult> results) {
        if (systems.stream().anyMatch(RankedSystem::searches)
                && results.stream().allMatch(result -> result.counts().documents() == 0)) {
            throw new IllegalArgumentException(
                    "the collection holds no document; expected at least one in --input or --embeddings");
        }
    }

    /** A reader knows of its own failures alone; here those of all readers have come together. */
    private void checkFailures(SearchResult result) {
        if (result.counts().failedRecords() > maxFailures) {
            throw new TooManyFailuresException(result.counts().failedRecords(), maxFailures);
        }
    }
}
