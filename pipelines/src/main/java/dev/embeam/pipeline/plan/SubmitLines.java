package dev.embeam.pipeline.plan;

import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.OutputOptions;
import dev.embeam.pipeline.option.RunOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The command lines of a run. Flags of Beam's file systems are not among them, for they may hold secrets.
 *
 * @param flags those of {@code encode} that differ from their defaults, quoted for a shell
 * @param master the cluster's REST endpoint
 * @param parallelism slots of the job
 */
record SubmitLines(String flags, String master, int parallelism) {
    private static final String JAR = "pipelines/target/embeam-cluster.jar";
    private static final String SOME_MASTER = "HOST:8081";

    static SubmitLines of(PlanOptions options, int parallelism) {
        PlanOptions defaults = PipelineOptionsFactory.create().as(PlanOptions.class);
        String flags = List.of(InputOptions.class, ModelOptions.class, OutputOptions.class, RunOptions.class).stream()
                .map(type -> changed(Flag.values(type, options), Flag.values(type, defaults)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        String master = options.as(FlinkPipelineOptions.class).getFlinkMaster();
        return new SubmitLines(flags, master.startsWith("[") ? SOME_MASTER : master, parallelism);
    }

    private static String changed(Map<String, String> values, Map<String, String> defaults) {
        return values.entrySet().stream()
                .filter(flag -> !flag.getValue().equals(defaults.get(flag.getKey())))
                .map(flag -> quoted("--" + flag.getKey() + "=" + flag.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    String embedded(long heapBytes) {
        return "EMBEAM_JAVA_OPTS=-Xmx" + (heapBytes >> 20) + "m ./embeam encode " + flags + " --parallelism="
                + parallelism;
    }

    String remote() {
        return "./embeam encode " + flags + " --flinkMaster=" + master + " --parallelism=" + parallelism;
    }

    String flinkRun() {
        return "flink run -m " + master + " -p " + parallelism + " -c dev.embeam.pipeline.Main " + JAR + " encode "
                + flags + " --parallelism=" + parallelism;
    }
}
