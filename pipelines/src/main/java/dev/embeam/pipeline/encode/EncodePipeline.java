package dev.embeam.pipeline.encode;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.ModelCard;
import dev.embeam.pipeline.counting.CollectionFrequencies;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.RunManifest;
import dev.embeam.transform.embed.Embed;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.io.ReadDocuments;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.WriteEmbeddings;
import dev.embeam.transform.sink.WriteSettings;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * Encodes a collection with a static model or one of fastText.
 *
 * <p>Input: files of documents. Output: {@code data/*.parquet}, {@code failed/*.jsonl}, {@code manifest.json}; {@code
 * word-counts.tsv} where frequencies of the collection weigh its words.
 *
 * <p>{@code files -> ReadDocuments -> DocumentBatch -> Embed -> EmbeddingBatch -> WriteEmbeddings -> output folder}
 *
 * <pre>{@code
 * ./embeam encode --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese --output=vectors
 * }</pre>
 */
public final class EncodePipeline implements Command<EncodeOptions> {
    private static final String WORD_COUNTS = "word-counts.tsv";

    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EncodePipeline(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "encode";
    }

    @Override
    public String summary() {
        return "encode a collection with a static or fastText model into Parquet vectors";
    }

    @Override
    public Class<EncodeOptions> options() {
        return EncodeOptions.class;
    }

    @Override
    public void run(EncodeOptions options, Terminal terminal) throws Exception {
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        OutputFolder.requireWritable(options.getOutput(), options.isOverwrite());
        MatchedFiles files = MatchedFiles.match(options.getInput(), Settings.read(options, runId));
        ModelSource model = model(options, files);
        try (ModelLease lease = model.lease()) {
            build(pipeline, files, model, writeSettings(options, lease.model().card(), runId), Job.workers(options));
            OutputFolder.of(options.getOutput()).tryWriting(runId);
            if (!run(pipeline, files, options, runId, progress, terminal)) {
                return;
            }
        }
        OutputFolder.of(options.getOutput())
                .manifest()
                .ifPresent(manifest -> terminal.out().print(describe(options.getOutput(), manifest)));
    }

    /** The model, with frequencies of the collection if they are wanted, which stay beside the vectors for queries to come. */
    private static ModelSource model(EncodeOptions options, MatchedFiles files) throws JobFailedException {
        ModelSource source = Settings.source(options, options.getModel());
        return CollectionFrequencies.wanted(source)
                ? CollectionFrequencies.count(
                        source,
                        options,
                        pipeline -> read(pipeline, files, Job.workers(options)),
                        OutputFolder.of(options.getOutput()).path(WORD_COUNTS))
                : source;
    }

    static void build(Pipeline pipeline, MatchedFiles files, ModelSource model, WriteSettings settings, int workers) {
        read(pipeline, files, workers)
                .apply("Embed", Embed.of(model))
                .apply("Write embeddings", WriteEmbeddings.of(settings, VectorKernels::provider));
    }

    private static PCollection<DocumentBatch> read(Pipeline pipeline, MatchedFiles files, int workers) {
        return pipeline.apply("Read documents", ReadDocuments.of(files).withWorkers(workers));
    }

    /** A job that failed leaves nothing behind. Gives whether it has ended. */
    private static boolean run(
            Pipeline pipeline,
            MatchedFiles files,
            EncodeOptions options,
            String runId,
            ProgressMode progress,
            Terminal terminal)
            throws JobFailedException, IOException {
        try {
            return Job.runOrSubmit(pipeline, runId, files.totalBytes(), progress, terminal);
        } catch (JobFailedException failed) {
            OutputFolder folder = OutputFolder.of(options.getOutput());
            folder.deleteTemporaryFiles(runId);
            folder.delete(WORD_COUNTS);
            throw failed;
        }
    }

    private static WriteSettings writeSettings(EncodeOptions options, ModelCard card, String runId) throws Exception {
        Map<String, String> flags = Flag.values(EncodeOptions.class, options);
        return Settings.write(options, runId, card, Settings.names(options.getKeepFields()), options.getMaxFailures())
                .withDescription(Settings.description(card, flags, Versions.all()));
    }

    private static String describe(String output, RunManifest manifest) {
        return String.format(
                Locale.ROOT,
                "%,d documents, %,d tokens (%.2f %% unknown), %,d empty texts, %,d cut, %,d failed; %,.1f s;"
                        + " %d columns of %s in %d files: %s%n",
                manifest.counts().documents(),
                manifest.counts().tokens(),
                100 * manifest.unknownTokenRate(),
                manifest.counts().emptyTexts(),
                manifest.counts().truncatedTexts(),
                manifest.failed(),
                manifest.seconds().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                manifest.width(),
                manifest.precision().label(),
                manifest.files().size(),
                output);
    }
}
