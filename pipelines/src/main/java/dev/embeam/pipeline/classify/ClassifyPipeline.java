package dev.embeam.pipeline.classify;

import dev.embeam.collection.ReadSettings;
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
import dev.embeam.schema.PredictionLayout;
import dev.embeam.transform.classify.Classify;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.io.ReadDocuments;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.PredictionFormat;
import dev.embeam.transform.sink.PredictionSettings;
import dev.embeam.transform.sink.WritePredictions;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Gives the documents of a collection labels with a classifier of fastText, alone or as the first stage of a cascade.
 *
 * <p>Input: files of documents. Output: {@code data/*.parquet} or {@code data/*.jsonl}, {@code failed/*.jsonl}, with right
 * labels {@code evaluation.json} and {@code labels.jsonl}, with a cascade {@code cascade.json}, and {@code manifest.json}.
 *
 * <p>A document's text is one line, as for fastText's Python binding: its line feeds count as spaces, and the line ends with
 * one, so that its features have the end of a line among them.
 *
 * <p>{@code files -> ReadDocuments -> DocumentBatch -> Classify -> PredictionBatch -> WritePredictions -> output folder}
 *
 * <pre>{@code
 * ./embeam classify --input='corpus/*.jsonl.gz' --model=lid.176.ftz --output=languages
 * }</pre>
 */
public final class ClassifyPipeline implements Command<ClassifyOptions> {
    private static final long FILE_BYTES = 256L << 20;

    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new ClassifyPipeline(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "classify";
    }

    @Override
    public String summary() {
        return "give documents labels with a fastText classifier, alone or as a cascade";
    }

    @Override
    public Class<ClassifyOptions> options() {
        return ClassifyOptions.class;
    }

    @Override
    public void run(ClassifyOptions options, Terminal terminal) throws Exception {
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        PredictionFormat format = Choice.of(PredictionFormat.class, "format", options.getFormat());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        CascadePlan.check(options);
        OutputFolder.requireWritable(options.getOutput(), options.isOverwrite());
        ReadSettings reading = Settings.read(options, runId);
        // What is wrong with the columns is told before the models are read.
        PredictionLayout columns = new PredictionLayout(reading.keepFields(), List.of(), false);
        LabelledCollection input = LabelledCollection.match(options.getInput(), reading, options.getLabels());
        try (ClassifyPlan plan = ClassifyPlan.of(options, runId)) {
            PredictionLayout layout = new PredictionLayout(columns.keptFields(), plan.labels(), plan.isCascade());
            build(pipeline, input, plan, settings(options, runId, layout, format), Job.workers(options));
            OutputFolder.of(options.getOutput()).tryWriting(runId);
            if (!run(pipeline, input.files(), options, runId, progress, terminal)) {
                return;
            }
        }
        terminal.out().print(ClassifySummary.of(OutputFolder.of(options.getOutput())));
    }

    private static PredictionSettings settings(
            ClassifyOptions options, String runId, PredictionLayout layout, PredictionFormat format) {
        return new PredictionSettings(
                options.getOutput(),
                runId,
                layout,
                format,
                FILE_BYTES,
                options.getMaxFailures(),
                options.isOverwrite(),
                Flag.values(ClassifyOptions.class, options),
                Versions.all());
    }

    private static void build(
            Pipeline pipeline, LabelledCollection input, ClassifyPlan plan, PredictionSettings settings, int workers) {
        PCollectionTuple classified = pipeline.apply(
                        "Read documents", ReadDocuments.of(input.files()).withWorkers(workers))
                .apply("Classify", Classify.of(plan.source(), input.gold()));
        WritePredictions write = WritePredictions.of(settings);
        if (plan.reports()) {
            write = write.withReport(classified.get(Classify.JUDGED), plan.report());
        }
        classified.get(Classify.PREDICTIONS).apply("Write predictions", write);
    }

    /** A job that failed leaves nothing behind. Gives whether it has ended. */
    private static boolean run(
            Pipeline pipeline,
            MatchedFiles files,
            ClassifyOptions options,
            String runId,
            ProgressMode progress,
            Terminal terminal)
            throws Exception {
        try {
            return Job.runOrSubmit(pipeline, runId, files.totalBytes(), progress, terminal);
        } catch (JobFailedException failed) {
            OutputFolder.of(options.getOutput()).deleteTemporaryFiles(runId);
            throw failed;
        }
    }
}
