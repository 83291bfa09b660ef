package dev.embeam.pipeline.ranking;

import dev.embeam.evaluation.Fusion;
import dev.embeam.evaluation.RankingSettings;
import dev.embeam.metric.Profile;
import dev.embeam.metric.RankingMeasures;
import dev.embeam.pipeline.evaluation.EvaluationJob;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Warning;
import dev.embeam.transform.sink.WriteEvaluation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * {@code collection and queries -> search (dense, lexical, runs) -> SearchResult a system -> score -> output folder}: what
 * {@code evaluate-retrieval} and {@code evaluate-reranking} have in common.
 */
final class RankingJob {
    private final RankingOptions options;
    private final Class<? extends RankingOptions> type;
    private final RankingScope scope;

    RankingJob(RankingOptions options, Class<? extends RankingOptions> type, RankingScope scope) {
        this.options = options;
        this.type = type;
        this.scope = scope;
    }

    void run(Terminal terminal) throws Exception {
        EvaluationJob job = EvaluationJob.prepare(options, type);
        RankingSettings settings = settings(job.flags());
        QueryFiles queries = new QueryFiles(options, scope.layout());
        List<QuerySet> sets = queries.read();
        try (RankedParts parts = RankedParts.of(options, scope, sets, settings, job.runId())) {
            build(job, parts, sets, queries.warnings(), settings);
            job.run(parts.totalBytes(), terminal);
        }
    }

    private void build(
            EvaluationJob job,
            RankedParts parts,
            List<QuerySet> sets,
            List<Warning> oddQueries,
            RankingSettings settings) {
        List<RankedSystem> systems = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(oddQueries);
        PCollectionList<KV<Integer, SearchResult>> results = PCollectionList.empty(job.pipeline());
        for (RankedPart part : parts.all()) {
            results = results.and(part.search(job.pipeline(), systems.size()));
            systems.addAll(part.systems());
            warnings.addAll(part.warnings());
        }
        checkNames(systems);
        settings.fusions()
                .forEach(fusion ->
                        fusion.check(systems.stream().map(RankedSystem::name).toList()));
        ScoreRankings score =
                new ScoreRankings(sets, List.copyOf(systems), warnings, settings, options.getMaxFailures());
        results.apply("All systems", Flatten.pCollections())
                .apply("Write evaluation", WriteEvaluation.of(job.resultSettings(), score));
    }

    /** Systems of one name are taken for variants of one system, between which validation chooses. */
    private static void checkNames(List<RankedSystem> systems) {
        Set<List<String>> seen = new HashSet<>();
        for (RankedSystem system : systems) {
            if (!seen.add(List.of(system.name().label(), system.variant()))) {
                throw new IllegalArgumentException(
                        "two systems are called \"" + system.name().label()
                                + "\"; expected models of --model and files of --runs whose last names differ");
            }
        }
    }

    private RankingSettings settings(Map<String, String> flags) {
        Profile profile = EvaluationSettings.profile(options);
        List<Integer> cutoffs = EvaluationSettings.list("cutoffs", options.getCutoffs(), Integer::valueOf, "numbers");
        return RankingSettings.of(scope.task(), EvaluationSettings.dataset(options, options.getQueries()), profile)
                .withQuirks(EvaluationSettings.quirks(options))
                .withMeasures(options.getMainMeasure(), RankingMeasures.defaults(scope.task(), profile, cutoffs))
                .withFusions(fusions())
                .withSamples(options.getBootstrapSamples(), options.getSeed())
                .withDescribed(flags);
    }

    /** A fusion's name without systems joins each model with bm25. */
    private List<Fusion> fusions() {
        List<Fusion> fusions = new ArrayList<>();
        for (String word : options.getFusions().split(",(?![^()]*\\))", -1)) {
            String fusion = word.strip();
            if (fusion.equals("rrf") || fusion.matches("weighted\\([0-9.]+\\)")) {
                String open = fusion.equals("rrf") ? "rrf(" : fusion.replace(")", ",");
                for (String folder : EvaluationSettings.folders(options)) {
                    fusions.add(Fusion.parse(
                            open + EvaluationSettings.name(folder) + "," + EvaluationSettings.LEXICAL + ")"));
                }
            } else if (!fusion.isEmpty()) {
                fusions.add(Fusion.parse(fusion));
            }
        }
        return fusions;
    }
}
