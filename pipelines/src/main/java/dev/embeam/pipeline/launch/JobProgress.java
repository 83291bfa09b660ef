package dev.embeam.pipeline.launch;

import dev.embeam.progress.Progress;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Where to ask how far a job has come. */
interface JobProgress extends AutoCloseable {
    /** How far it is now. */
    Advance advance();

    /** How to tell, where the user wishes this. */
    default ProgressMode mode(ProgressMode wished) {
        return wished;
    }

    @Override
    void close();

    /** The place to ask for a job of these options. */
    static JobProgress of(PipelineOptions options, String runId) {
        return switch (Submission.of(options)) {
            case EMBEDDED -> new Counted(runId);
            case REMOTE -> RemoteProgress.of(options.as(FlinkPipelineOptions.class));
            case CALLED_BY_FLINK -> new Unknown();
        };
    }

    /** Counts in this JVM. */
    record Counted(String runId) implements JobProgress {
        @Override
        public Advance advance() {
            return Advance.of(Progress.of(runId));
        }

        @Override
        public void close() {
            Progress.forget(runId);
        }
    }

    /** A job whose cluster only Flink knows, which tells by itself. */
    record Unknown() implements JobProgress {
        @Override
        public Advance advance() {
            return Advance.NONE;
        }

        @Override
        public ProgressMode mode(ProgressMode wished) {
            return ProgressMode.NONE;
        }

        @Override
        public void close() {}
    }
}
