package dev.embeam.pipeline.ranking;

import dev.embeam.evaluation.RankingSettings;
import dev.embeam.lexical.Analysis;
import dev.embeam.lexical.Bm25Settings;
import dev.embeam.lexical.Bm25Variant;
import dev.embeam.lexical.StatisticsOf;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.trec.ScoreRule;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.io.ReadDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * The systems that the flags name, each with what it searches. Holds the models until the job has ended, so that all its
 * workers in this JVM share them.
 */
final class RankedParts implements AutoCloseable {
    private final RankingOptions options;
    private final RankingScope scope;
    private final List<QuerySet> sets;
    private final Optional<MatchedFiles> files;
    private final DenseParts dense;
    private final List<RankedPart> parts = new ArrayList<>();

    private RankedParts(RankingOptions options, RankingScope scope, List<QuerySet> sets, String runId) {
        this.options = options;
        this.scope = scope;
        this.sets = sets;
        files = input().map(input -> MatchedFiles.match(input, Settings.read(options, runId)));
        dense = new DenseParts(options, scope, sets, runId);
    }

    /** Reads models, footers and run files; whatever is wrong with them is told here. */
    static RankedParts of(
            RankingOptions options, RankingScope scope, List<QuerySet> sets, RankingSettings settings, String runId)
            throws IOException, JobFailedException {
        int depth = Math.max(scope.depth(), scope.candidatesOnly() ? 1 : settings.depth());
        RankedParts parts = new RankedParts(options, scope.withDepth(depth), sets, runId);
        try {
            parts.add();
            return parts;
        } catch (IOException | JobFailedException | RuntimeException wrong) {
            parts.close();
            throw wrong;
        }
    }

    private void add() throws IOException, JobFailedException {
        for (String name : Settings.names(options.getModel())) {
            parts.add(name.equals(EvaluationSettings.LEXICAL) ? lexical() : dense.of(name, this::documents));
        }
        ScoreRule rule = Choice.of(ScoreRule.class, "runScores", options.getRunScores());
        for (String run : Settings.names(options.getRuns())) {
            parts.add(RunPart.read(
                    run, sets.stream().flatMap(set -> set.queries().stream()).toList(), rule));
        }
    }

    private RankedPart lexical() {
        Bm25Variant variant = Choice.of(Bm25Variant.class, "bm25Variant", options.getBm25Variant());
        if (variant == Bm25Variant.OKAPI && scope.statistics() == StatisticsOf.CORPUS) {
            throw new IllegalArgumentException(
                    "--bm25Variant is okapi with the statistics of the whole collection, of which"
                            + " it would need every term; expected lucene, or evaluate-reranking with --bm25Statistics=candidates");
        }
        double k1 = options.getBm25K1() == -1 ? variant.defaultK1() : options.getBm25K1();
        Bm25Settings settings = new Bm25Settings(variant, k1, options.getBm25B(), scope.statistics());
        Analysis analysis = Choice.of(Analysis.class, "analysis", options.getAnalysis());
        return new LexicalPart(
                sets, analysis, settings, scope, pipeline -> documents(pipeline, EvaluationSettings.LEXICAL));
    }

    /** In JQaRA's layout the rows of the query files are the documents, unless a collection is named. */
    private Optional<String> input() {
        if (!options.getInput().isEmpty()) {
            return Optional.of(options.getInput());
        }
        return options.getLayout().equals("jqara") ? Optional.of(options.getQueries()) : Optional.empty();
    }

    private PCollection<DocumentBatch> documents(Pipeline pipeline, String system) {
        return pipeline.apply(
                "Read documents for " + system,
                ReadDocuments.of(collection(system)).withWorkers(Job.workers(options)));
    }

    private MatchedFiles collection(String system) {
        return files.orElseThrow(() -> new IllegalArgumentException(
                "no collection was named, which " + system + " needs; expected --input=corpus.jsonl"
                        + (system.equals(EvaluationSettings.LEXICAL) ? "" : " or --embeddings=DIR")));
    }

    /** All systems, in the order of the flags. */
    List<RankedPart> all() {
        return parts;
    }

    /** What is read as stored, for the progress. */
    long totalBytes() {
        int readings = parts.stream().mapToInt(RankedPart::readings).sum();
        return readings * files.map(MatchedFiles::totalBytes).orElse(0L);
    }

    @Override
    public void close() {
        dense.close();
    }
}
