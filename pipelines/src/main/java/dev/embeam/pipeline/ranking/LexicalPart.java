package dev.embeam.pipeline.ranking;

import dev.embeam.lexical.Analysis;
import dev.embeam.lexical.Bm25Settings;
import dev.embeam.lexical.CandidatePlan;
import dev.embeam.lexical.LexicalPlan;
import dev.embeam.lexical.QueryTerms;
import dev.embeam.lexical.StatisticsOf;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.transform.lexical.AnalyzeTerms;
import dev.embeam.transform.lexical.SearchCandidates;
import dev.embeam.transform.lexical.SearchTerms;
import dev.embeam.transform.rank.MergeResults;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The lexical baseline.
 *
 * @param sets the queries
 * @param analysis how texts are cut into terms
 * @param settings the formula
 * @param scope what is searched
 * @param documents reads the collection
 */
record LexicalPart(
        List<QuerySet> sets,
        Analysis analysis,
        Bm25Settings settings,
        RankingScope scope,
        Function<Pipeline, PCollection<DocumentBatch>> documents)
        implements RankedPart {
    @Override
    public List<RankedSystem> systems() {
        SystemName name = SystemName.of(EvaluationSettings.LEXICAL);
        return scope.shares().stream()
                .map(share -> scope.shares().size() == 1 ? name : name.with(SystemName.SHARE, share))
                .map(system -> new RankedSystem(system, "", true, 0, true))
                .toList();
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> search(Pipeline pipeline, int first) {
        PCollection<DocumentBatch> read = documents.apply(pipeline);
        PCollection<KV<Integer, SearchResult>> parts = settings.statistics() == StatisticsOf.CANDIDATES
                ? read.apply(
                        "Search candidates by terms",
                        SearchCandidates.of(CandidatePlan.of(sets, analysis, settings, scope.depth(), first)))
                : read.apply("Cut into terms", AnalyzeTerms.of(terms()))
                        .apply("Search by terms", SearchTerms.of(plan(first)));
        return parts.apply("Merge what terms found", MergeResults.of(scope.depth()));
    }

    @Override
    public int readings() {
        return 1;
    }

    private QueryTerms terms() {
        return QueryTerms.of(sets, analysis);
    }

    private LexicalPlan plan(int first) {
        return new LexicalPlan(terms(), settings, JudgedDocuments.of(sets), scope.shares(), scope.depth(), first);
    }
}
