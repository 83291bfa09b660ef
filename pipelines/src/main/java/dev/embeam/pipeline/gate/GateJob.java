package dev.embeam.pipeline.gate;

import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.GateOptions;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Query;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.json.PerQueryJson;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchVariant;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.io.ReadEmbeddings;
import dev.embeam.transform.rank.SearchVectors;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.ResultSettings;
import dev.embeam.transform.sink.WriteEvaluation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * {@code stored vectors and queries -> search -> SearchResult a system -> score -> folder}: one evaluation of one data set
 * with both snapshots as its systems.
 */
final class GateJob {
    private static final String PER_QUERY = "per-query.jsonl";

    private final GateOptions options;
    private final List<GateSystem> systems;
    private final String output;

    GateJob(GateOptions options, List<GateSystem> systems, String output) {
        this.options = options;
        this.systems = systems;
        this.output = output;
    }

    /** The measures of all queries, by system and then by measure. */
    Map<String, Map<String, List<Double>>> run(GateDataset dataset, Terminal terminal)
            throws IOException, JobFailedException {
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        String runId = Job.newRunId();
        build(pipeline, dataset, runId);
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        Job.run(pipeline, runId, 0, progress, terminal);
        String text = OutputFolder.of(output)
                .read(PER_QUERY)
                .orElseThrow(
                        () -> new CorruptDataException(output, "", "no " + PER_QUERY, "what the gate's job writes"));
        return PerQueryJson.read(text, output + "/" + PER_QUERY);
    }

    private void build(Pipeline pipeline, GateDataset dataset, String runId) {
        JudgedDocuments judged = JudgedDocuments.of(dataset.sets());
        PCollectionList<KV<Integer, SearchResult>> results = PCollectionList.empty(pipeline);
        int first = 0;
        for (GateSystem system : systems) {
            SearchPlan plan = plan(dataset, system);
            SearchVectors search =
                    SearchVectors.of(plan, judged, queries(dataset, system)).withFirstSystem(first);
            results = results.and(pipeline.apply("Read " + system.name(), ReadEmbeddings.of(system.vectors()))
                    .apply("Search " + system.name(), search));
            first += plan.systems().size();
        }
        GateScoring score = new GateScoring(
                dataset.sets(),
                systems.stream().map(GateSystem::name).toList(),
                dataset.similarities(),
                dataset.settings());
        results.apply("Both snapshots", Flatten.pCollections())
                .apply(
                        "Write evaluation",
                        WriteEvaluation.of(new ResultSettings(output, runId, true, Map.of(), Versions.all()), score));
    }

    private static SearchPlan plan(GateDataset dataset, GateSystem system) {
        int dim = system.vectors().dim();
        return new SearchPlan(
                List.of(new SearchVariant(dim, List.of(dim), Calibration.NONE)),
                List.of(Precision.FLOAT32),
                dataset.similarities(),
                List.of(1.0),
                dataset.candidatesOnly() ? 1 : dataset.settings().depth(),
                SearchPlan.DEFAULT_DOCUMENT_CHUNK,
                dataset.candidatesOnly());
    }

    private static List<QueryVectors> queries(GateDataset dataset, GateSystem system) {
        List<String> texts = dataset.sets().stream()
                .flatMap(set -> set.queries().stream())
                .map(Query::text)
                .toList();
        return new ModelEncoding(system.queryModel(dataset.queryPrefix()), List.of(ModelSettings.AUTO_TOKENS))
                .encode(texts).stream()
                        .map(vectors -> new QueryVectors(vectors.rows(), vectors.dim(), vectors.values()))
                        .toList();
    }
}
