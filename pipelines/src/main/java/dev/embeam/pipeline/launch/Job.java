package dev.embeam.pipeline.launch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.UUID;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.util.SerializedThrowable;

/** A built pipeline on its way through a runner. */
public final class Job {
    private Job() {}

    /**
     * Completes the flags of Flink: sizes the embedded one to the machine, and sees to it that a cluster gets what it needs.
     *
     * @throws IllegalArgumentException when they do not fit, no cluster answers, or there is no jar for it
     */
    public static void prepare(PipelineOptions options) {
        if (FlinkRunner.class.equals(options.getRunner())) {
            Submission.of(options).prepare(options.as(FlinkPipelineOptions.class));
        }
    }

    /** A name for a run: when it began, and something that no other run of that moment has. */
    public static String newRunId() {
        String time = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT)
                .format(Instant.now().atOffset(ZoneOffset.UTC));
        return time + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** How many workers read at once; 1 where spreading the documents of one file over them would not pay. */
    public static int workers(PipelineOptions options) {
        return FlinkRunner.class.equals(options.getRunner())
                ? Math.max(1, options.as(FlinkPipelineOptions.class).getParallelism())
                : 1;
    }

    /**
     * Runs the pipeline to its end and tells the progress.
     *
     * @param runId the name under which the transforms count
     * @param totalBytes bytes of input that will be read
     * @throws IllegalArgumentException if the flags say not to wait for the end
     * @throws JobFailedException with the reason in one line
     */
    public static void run(Pipeline pipeline, String runId, long totalBytes, ProgressMode mode, Terminal terminal)
            throws JobFailedException {
        requireAttached(pipeline.getOptions());
        runOrSubmit(pipeline, runId, totalBytes, mode, terminal);
    }

    /**
     * Runs the pipeline to its end and tells the progress, or with {@code --attachedMode=false} hands it to a cluster and
     * says so.
     *
     * @return whether the job has ended; otherwise its output is there when its manifest is
     * @throws JobFailedException with the reason in one line
     */
    public static boolean runOrSubmit(
            Pipeline pipeline, String runId, long totalBytes, ProgressMode mode, Terminal terminal)
            throws JobFailedException {
        if (Submission.isDetached(pipeline.getOptions())) {
            submit(pipeline);
            terminal.out().println("submitted job " + pipeline.getOptions().getJobName());
            return false;
        }
        try (JobProgress progress = JobProgress.of(pipeline.getOptions(), runId);
                ProgressLine line = ProgressLine.start(progress::advance, totalBytes, terminal, progress.mode(mode))) {
            await(pipeline);
        }
        return true;
    }

    /**
     * Runs the pipeline to its end in silence.
     *
     * @throws IllegalArgumentException if the flags say not to wait for the end
     * @throws JobFailedException with the reason in one line
     */
    public static void finish(Pipeline pipeline) throws JobFailedException {
        requireAttached(pipeline.getOptions());
        await(pipeline);
    }

    private static void requireAttached(PipelineOptions options) {
        if (Submission.isDetached(options)) {
            throw new IllegalArgumentException(
                    "the job would be detached (--attachedMode=false), but this command needs"
                            + " what it finds; expected a job that is waited for");
        }
    }

    private static PipelineResult submit(Pipeline pipeline) throws JobFailedException {
        try {
            return pipeline.run();
        } catch (RuntimeException e) {
            throw new JobFailedException(reason(e), e);
        }
    }

    private static void await(Pipeline pipeline) throws JobFailedException {
        PipelineResult.State state;
        try {
            state = pipeline.run().waitUntilFinish();
        } catch (RuntimeException e) {
            throw new JobFailedException(reason(e), e);
        }
        if (state != PipelineResult.State.DONE && state != PipelineResult.State.UNKNOWN) {
            throw new JobFailedException("the job ended as " + state, new IllegalStateException(state.name()));
        }
    }

    /**
     * Runners wrap what a transform threw several times over; the innermost exception is the one that says something, or the
     * innermost of our own, which say where it happened and what to do.
     */
    static String reason(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        Throwable cause = failure;
        while (cause != null && !chain.contains(cause)) {
            chain.push(cause);
            cause = sent(cause).getCause();
        }
        Throwable innermost = sent(chain.getFirst());
        return chain.stream()
                .map(Job::sent)
                .filter(Job::isOurs)
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> describe(innermost));
    }

    /** A cluster sends exceptions wrapped, since the client may lack their classes; we have ours. */
    private static Throwable sent(Throwable failure) {
        return SerializedThrowable.get(failure, Job.class.getClassLoader());
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getName().startsWith("dev.embeam.")
                && failure.getMessage() != null
                && !failure.getMessage().isBlank();
    }

    /** The message of an exception that is not ours may be no more than a name. */
    private static String describe(Throwable innermost) {
        String message = innermost.getMessage();
        if (message == null || message.isBlank()) {
            return innermost.getClass().getName();
        }
        return innermost instanceof IllegalArgumentException
                ? message
                : innermost.getClass().getSimpleName() + ": " + message;
    }
}
