package dev.embeam.pipeline.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;

/** The flags of a benchmark that its evaluations run with. */
final class RunFlags {
    private RunFlags() {}

    static List<String> of(BenchmarkOptions options, String output) {
        List<String> flags = new ArrayList<>();
        flags.add("--output=" + output);
        flags.add("--overwrite");
        flags.add("--progress=" + options.getProgress());
        flags.add("--runner=" + options.getRunner().getName());
        if (FlinkRunner.class.equals(options.getRunner())) {
            FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
            flags.add("--flinkMaster=" + flink.getFlinkMaster());
            flags.add("--parallelism=" + flink.getParallelism());
        }
        return flags;
    }
}
