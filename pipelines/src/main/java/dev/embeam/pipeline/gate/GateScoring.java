package dev.embeam.pipeline.gate;

import dev.embeam.evaluation.RankingEvaluation;
import dev.embeam.evaluation.RankingSettings;
import dev.embeam.evaluation.SearchedSystem;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;
import dev.embeam.search.SearchResults;
import dev.embeam.search.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;

/**
 * The last step of a gate's job, as it travels to the worker: what both snapshots found, to scores.
 *
 * @param sets the queries
 * @param names of the systems; each has one number a similarity, in this order
 * @param similarities that were searched with
 * @param settings how rankings are scored
 */
record GateScoring(List<QuerySet> sets, List<String> names, List<Similarity> similarities, RankingSettings settings)
        implements SerializableFunction<List<KV<Integer, SearchResult>>, EvaluationOutput> {
    private static final long serialVersionUID = 1L;

    @Override
    public EvaluationOutput apply(List<KV<Integer, SearchResult>> results) {
        Map<Integer, SearchResult> byNumber = results.stream().collect(Collectors.toMap(KV::getKey, KV::getValue));
        SearchResult nothing =
                SearchResults.none(sets.stream().mapToInt(QuerySet::size).sum());
        List<SearchedSystem> searched = new ArrayList<>();
        for (String name : names) {
            for (Similarity similarity : similarities) {
                SearchResult found = byNumber.getOrDefault(searched.size(), nothing);
                searched.add(new SearchedSystem(SystemName.of(name), similarity.label(), found));
            }
        }
        return new RankingEvaluation(settings).evaluate(sets, searched, List.of());
    }
}
