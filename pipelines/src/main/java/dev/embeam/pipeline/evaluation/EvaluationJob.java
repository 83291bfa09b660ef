package dev.embeam.pipeline.evaluation;

import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.EvaluationOptions;
import dev.embeam.report.TextReport;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.ResultSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;

/**
 * One run of a command that evaluates: checks the output before anything is read, runs the job, cleans up after a failure,
 * and prints the scores.
 */
public final class EvaluationJob {
    private final EvaluationOptions options;
    private final Map<String, String> flags;
    private final ProgressMode progress;
    private final String runId = Job.newRunId();
    private final Pipeline pipeline;

    private EvaluationJob(EvaluationOptions options, Class<? extends EvaluationOptions> type) {
        this.options = options;
        flags = Flag.values(type, options);
        progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        Job.prepare(options);
        pipeline = Pipeline.create(options);
    }

    /**
     * Begins a run.
     *
     * @param type the command's own options, whose flags the manifest records
     * @throws IllegalArgumentException when the output may not be written
     */
    public static EvaluationJob prepare(EvaluationOptions options, Class<? extends EvaluationOptions> type)
            throws IOException {
        EvaluationJob job = new EvaluationJob(options, type);
        OutputFolder.requireWritable(options.getOutput(), options.isOverwrite());
        return job;
    }

    /** The pipeline to build. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** The run's name. */
    public String runId() {
        return runId;
    }

    /** Every flag by name. */
    public Map<String, String> flags() {
        return flags;
    }

    /** Where and how the result is written. */
    public ResultSettings resultSettings() {
        return new ResultSettings(options.getOutput(), runId, options.isOverwrite(), flags, Versions.all());
    }

    /**
     * Runs the pipeline and prints the scores, unless it was submitted to go on alone. A job that failed leaves nothing behind.
     *
     * @param totalBytes of input that is read through Beam, for the progress
     */
    public void run(long totalBytes, Terminal terminal) throws JobFailedException, IOException {
        OutputFolder folder = OutputFolder.of(options.getOutput());
        folder.tryWriting(runId);
        try {
            if (!Job.runOrSubmit(pipeline, runId, totalBytes, progress, terminal)) {
                return;
            }
        } catch (JobFailedException failed) {
            folder.deleteTemporaryFiles(runId);
            throw failed;
        }
        Optional<String> report = folder.read(EvaluationReportJson.FILE_NAME);
        if (report.isPresent()) {
            terminal.out()
                    .print(TextReport.of(EvaluationReportJson.read(report.get(), EvaluationReportJson.FILE_NAME)));
        }
    }
}
