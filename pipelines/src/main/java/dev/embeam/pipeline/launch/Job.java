package dev.embeam.pipeline.launch;

import dev.embeam.progress.Progress;
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

/** A built pipeline on its way through a runner. */
public final class Job {
    private Job() {}

    /**
     * Sizes the embedded Flink to the machine. Elements are never changed once they are handed on, so object reuse is
     * safe everywhere and spares a copy of every batch.
     */
    public static void prepare(PipelineOptions options) {
        if (!FlinkRunner.class.equals(options.getRunner())) {
            return;
        }
        FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
        flink.setObjectReuse(true);
        if ("[auto]".equals(flink.getFlinkMaster())) {
            flink.setFlinkMaster("[local]");
        }
        if (flink.getParallelism() < 1 && "[local]".equals(flink.getFlinkMaster())) {
            flink.setParallelism(Runtime.getRuntime().availableProcessors());
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
     * @throws JobFailedException with the reason in one line
     */
    public static void run(Pipeline pipeline, String runId, long totalBytes, ProgressMode mode, Terminal terminal)
            throws JobFailedException {
        try (ProgressLine line = ProgressLine.start(Progress.of(runId), totalBytes, terminal, mode)) {
            finish(pipeline);
        } finally {
            Progress.forget(runId);
        }
    }

    /**
     * Runs the pipeline to its end in silence.
     *
     * @throws JobFailedException with the reason in one line
     */
    public static void finish(Pipeline pipeline) throws JobFailedException {
        try {
            PipelineResult.State state = pipeline.run().waitUntilFinish();
            if (state != PipelineResult.State.DONE && state != PipelineResult.State.UNKNOWN) {
                throw new JobFailedException("the job ended as " + state, new IllegalStateException(state.name()));
            }
        } catch (RuntimeException e) {
            throw new JobFailedException(reason(e), e);
        }
    }

    /**
     * Runners wrap what a transform threw several times over; the innermost exception of our own says most, and where there is
     * none the innermost of all.
     */
    static String reason(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.push(cause);
        }
        return describe(chain.stream().filter(Job::isOurs).findFirst().orElse(chain.getFirst()));
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getName().startsWith("dev.embeam.");
    }

    /** Our own exceptions speak for themselves; the message of another may be no more than a name. */
    private static String describe(Throwable innermost) {
        String type = innermost.getClass().getName();
        String message = innermost.getMessage();
        if (message == null || message.isBlank()) {
            return type;
        }
        boolean speaks = isOurs(innermost) || innermost instanceof IllegalArgumentException;
        return speaks ? message : innermost.getClass().getSimpleName() + ": " + message;
    }
}
