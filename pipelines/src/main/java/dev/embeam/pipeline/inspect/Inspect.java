package dev.embeam.pipeline.inspect;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.coder.CollectionSummaryCoder;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.embed.Tokenize;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.io.ReadDocuments;
import dev.embeam.transform.io.TableReference;
import dev.embeam.transform.survey.SurveyCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Looks at a model, a collection or an output of {@code encode} and says what it holds.
 *
 * <pre>{@code
 * ./embeam inspect --model=models/static-embedding-japanese
 * ./embeam inspect --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese
 * ./embeam inspect --embeddings=vectors
 * }</pre>
 */
public final class Inspect implements Command<InspectOptions> {
    /** Entry of its own. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new Inspect(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String summary() {
        return "say what a model, a collection or an output of encode holds";
    }

    @Override
    public Class<InspectOptions> options() {
        return InspectOptions.class;
    }

    @Override
    public void run(InspectOptions options, Terminal terminal) throws Exception {
        boolean model = !options.getModel().isEmpty();
        boolean input = !options.getInput().isEmpty();
        boolean embeddings = !options.getEmbeddings().isEmpty();
        if (!model && !input && !embeddings) {
            throw new IllegalArgumentException(
                    "there is nothing to look at; expected --model, --input or --embeddings");
        }
        FileSystems.setDefaultPipelineOptions(options);
        if (model && !input) {
            try (ModelLease lease = modelSource(options).lease()) {
                terminal.out().print(ModelReport.of(lease.model()));
            }
        }
        if (input) {
            terminal.out().print(CollectionReport.of(survey(options, terminal)));
        }
        if (embeddings) {
            terminal.out().print(embeddings(options.getEmbeddings()));
        }
    }

    private static String embeddings(String path) throws IOException {
        Optional<TableReference> table = TableReference.find(path);
        return table.isPresent() ? TableReport.of(path, table.get()) : EmbeddingsReport.of(path);
    }

    private static ModelSource modelSource(InspectOptions options) {
        return Settings.source(options, options.getModel());
    }

    private static CollectionSummary survey(InspectOptions options, Terminal terminal) throws Exception {
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        // Bad records are what a survey is to count, however many there are.
        MatchedFiles files = MatchedFiles.match(
                options.getInput(), Settings.read(options, runId).withMaxFailures(Long.MAX_VALUE));
        SurveyCollection survey = SurveyCollection.create();
        if (!options.getModel().isEmpty()) {
            survey = survey.withTokenizer(Tokenize.of(modelSource(options)));
        }
        Path summary = Files.createTempFile("embeam-", ".summary");
        try {
            pipeline.apply("Read documents", ReadDocuments.of(files).withWorkers(Job.workers(options)))
                    .apply("Survey", survey)
                    .apply(
                            "To text",
                            MapElements.into(TypeDescriptors.strings()).via(Inspect::encode))
                    .apply(
                            "Write summary",
                            TextIO.write().to(summary.toString()).withoutSharding());
            Job.run(pipeline, runId, files.totalBytes(), progress, terminal);
            return CoderUtils.decodeFromBase64(
                    CollectionSummaryCoder.of(), Files.readString(summary).strip());
        } finally {
            Files.deleteIfExists(summary);
        }
    }

    private static String encode(CollectionSummary summary) {
        try {
            return CoderUtils.encodeToBase64(CollectionSummaryCoder.of(), summary);
        } catch (IOException e) {
            throw new IllegalStateException("a summary could not be coded", e);
        }
    }
}
