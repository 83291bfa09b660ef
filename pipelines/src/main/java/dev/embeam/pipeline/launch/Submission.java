package dev.embeam.pipeline.launch;

import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.DeploymentOptions;

/** Where a job runs, seen from the program that builds it. */
enum Submission {
    /** In this JVM: on an embedded Flink, or on a runner that is not Flink. */
    EMBEDDED,
    /** On the cluster that {@code --flinkMaster} names. */
    REMOTE,
    /** Wherever Flink, which has called the program ({@code flink run}, REST), sends it. */
    CALLED_BY_FLINK;

    private static final String EMBEDDED_MASTER = "[local]";

    static Submission of(PipelineOptions options) {
        if (!FlinkRunner.class.equals(options.getRunner())) {
            return EMBEDDED;
        }
        if (isProgramOfFlink()) {
            return CALLED_BY_FLINK;
        }
        return options.as(FlinkPipelineOptions.class).getFlinkMaster().startsWith("[") ? EMBEDDED : REMOTE;
    }

    /** Whether Flink has called this program to have its job built: its process is not ours to end. */
    static boolean isProgramOfFlink() {
        return !ExecutionEnvironment.areExplicitEnvironmentsAllowed();
    }

    /** Whether the job goes on without the program that built it. */
    static boolean isDetached(PipelineOptions options) {
        return FlinkRunner.class.equals(options.getRunner())
                && !options.as(FlinkPipelineOptions.class).getAttachedMode();
    }

    /**
     * Completes the flags of Flink.
     *
     * @throws IllegalArgumentException when they do not fit, there is no cluster, or no jar for it
     */
    void prepare(FlinkPipelineOptions flink) {
        // Elements are never changed once they are handed on, so this is safe everywhere and spares a copy of every
        // batch.
        flink.setObjectReuse(true);
        switch (this) {
            case EMBEDDED -> prepareEmbedded(flink);
            case REMOTE -> prepareRemote(flink);
            case CALLED_BY_FLINK -> prepareCalled(flink);
        }
    }

    private static void prepareEmbedded(FlinkPipelineOptions flink) {
        if ("[auto]".equals(flink.getFlinkMaster())) {
            flink.setFlinkMaster(EMBEDDED_MASTER);
        }
        if (flink.getParallelism() < 1 && EMBEDDED_MASTER.equals(flink.getFlinkMaster())) {
            flink.setParallelism(Runtime.getRuntime().availableProcessors());
        }
        if (!flink.getAttachedMode()) {
            throw new IllegalArgumentException(
                    "--attachedMode is false, but the job runs in this process; expected a cluster"
                            + " (--flinkMaster=host:port), or no --attachedMode");
        }
    }

    private static void prepareRemote(FlinkPipelineOptions flink) {
        FlinkCluster cluster = FlinkCluster.at(flink.getFlinkMaster());
        cluster.requireVersionOfThisBuild();
        if (flink.getParallelism() < 1) {
            flink.setParallelism(cluster.slots());
        }
        ClusterJar.stage(flink);
    }

    /** Flink refuses to wait for the end of a job that was submitted detached; Beam does not know that it was. */
    private static void prepareCalled(FlinkPipelineOptions flink) {
        ExecutionEnvironment environment = ExecutionEnvironment.getExecutionEnvironment();
        if (flink.getParallelism() < 1) {
            flink.setParallelism(environment.getParallelism());
        }
        if (!environment.getConfiguration().get(DeploymentOptions.ATTACHED)) {
            flink.setAttachedMode(false);
        }
    }
}
