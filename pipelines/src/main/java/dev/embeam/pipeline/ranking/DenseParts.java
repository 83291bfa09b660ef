package dev.embeam.pipeline.ranking;

import dev.embeam.metric.Profile;
import dev.embeam.model.TextEncoder;
import dev.embeam.pipeline.counting.CollectionFrequencies;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Combinations;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.QuerySet;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchVariant;
import dev.embeam.search.Similarity;
import dev.embeam.transform.embed.EncoderVariant;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.StoredCalibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/** Makes the systems of static models, and holds the models. */
final class DenseParts implements AutoCloseable {
    private final RankingOptions options;
    private final RankingScope scope;
    private final List<QuerySet> sets;
    private final JudgedDocuments judged;
    private final String runId;
    private final List<ModelLease> leases = new ArrayList<>();

    DenseParts(RankingOptions options, RankingScope scope, List<QuerySet> sets, String runId) {
        this.options = options;
        this.scope = scope;
        this.sets = sets;
        this.runId = runId;
        judged = JudgedDocuments.of(sets);
    }

    /**
     * The systems of one model.
     *
     * @param documents reads the collection in a pipeline, for a system of this name
     */
    RankedPart of(String folder, BiFunction<Pipeline, String, PCollection<DocumentBatch>> documents)
            throws IOException, JobFailedException {
        return options.getEmbeddings().isEmpty() ? encoded(folder, documents) : stored(folder);
    }

    private RankedPart encoded(String folder, BiFunction<Pipeline, String, PCollection<DocumentBatch>> documents)
            throws IOException, JobFailedException {
        String name = EvaluationSettings.name(folder);
        ModelSource documentModel = EvaluationSettings.source(options, folder, options.getDocumentPrefix());
        ModelSource queryModel = EvaluationSettings.source(options, folder, options.getQueryPrefix());
        if (CollectionFrequencies.wanted(documentModel)) {
            documentModel = counted(name, documentModel, documents);
            queryModel = queryModel.withDocuments(documentModel.documents());
        }
        List<EncoderVariant> encoders = EvaluationSettings.variants(options, documentModel);
        List<EncoderVariant> queryEncoders = EvaluationSettings.variants(options, queryModel);
        int dim = lease(encoders.get(0).source()).dim();
        return new DensePart(
                name,
                options,
                sets,
                judged,
                queryEncoders,
                plan(folder, dim, encoders.size(), EvaluationSettings.precisions(options)),
                new EncodedDocuments(name, encoders, documents));
    }

    /** Queries are weighted by the frequencies of the documents, too. */
    private ModelSource counted(
            String name, ModelSource source, BiFunction<Pipeline, String, PCollection<DocumentBatch>> documents)
            throws JobFailedException {
        return CollectionFrequencies.count(
                source,
                options,
                pipeline -> documents.apply(pipeline, name + " to count words"),
                // In a folder of its own: the run's is tried, and deleted again, before the job.
                OutputFolder.of(options.getOutput()).temporaryPath(runId + "-counts", name + ".word-counts.tsv"));
    }

    private RankedPart stored(String folder) throws IOException {
        StoredCollection stored = StoredCollection.of(options, folder);
        lease(stored.queryEncoder().source());
        return new DensePart(
                EvaluationSettings.name(folder),
                options,
                sets,
                judged,
                List.of(stored.queryEncoder()),
                plan(folder, stored.files().dim(), 1, stored.searched(EvaluationSettings.precisions(options))),
                stored);
    }

    private TextEncoder lease(ModelSource source) {
        ModelLease lease = source.lease();
        leases.add(lease);
        return lease.model();
    }

    private SearchPlan plan(String folder, int dim, int variants, List<Precision> precisions) throws IOException {
        List<Integer> dims = EvaluationSettings.dims(options, folder, dim);
        Calibration calibration = options.getCalibration().isEmpty()
                ? Calibration.NONE
                : StoredCalibration.read(options.getCalibration());
        List<SearchVariant> searched = new ArrayList<>();
        for (int i = 0; i < variants; i++) {
            // One setting at a time: what has another limit of tokens has the first width.
            boolean all = i == 0 || EvaluationSettings.combinations(options) == Combinations.ALL;
            searched.add(new SearchVariant(dim, all ? dims : dims.subList(0, 1), calibration));
        }
        return new SearchPlan(
                searched,
                precisions,
                similarities(),
                scope.shares(),
                scope.depth(),
                options.getDocumentChunk(),
                scope.candidatesOnly());
    }

    private List<Similarity> similarities() {
        if (options.getSimilarities().isEmpty()) {
            return EvaluationSettings.profile(options) == Profile.JMTEB
                    ? List.of(Similarity.values())
                    : List.of(Similarity.COSINE);
        }
        return EvaluationSettings.list(
                "similarities",
                options.getSimilarities(),
                word -> Choice.of(Similarity.class, "similarities", word),
                "cosine, dot, euclidean");
    }

    @Override
    public void close() {
        leases.forEach(ModelLease::close);
    }
}
