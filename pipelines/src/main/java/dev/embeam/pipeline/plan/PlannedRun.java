package dev.embeam.pipeline.plan;

import dev.embeam.pipeline.option.Choice;
import dev.embeam.schema.Precision;
import org.apache.beam.runners.flink.FlinkPipelineOptions;

/**
 * The run that is planned.
 *
 * @param precision of the stored vectors
 * @param writings how often a vector is written: int8 without a calibration is written as float32 first
 * @param parallelism slots of the job
 * @param taskSlots slots of a TaskManager
 * @param fileBytes size at which a file ends
 * @param lines how it is submitted
 */
record PlannedRun(
        Precision precision, int writings, int parallelism, int taskSlots, long fileBytes, SubmitLines lines) {
    static PlannedRun of(PlanOptions options) {
        FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
        int parallelism =
                flink.getParallelism() < 1 ? Runtime.getRuntime().availableProcessors() : flink.getParallelism();
        Precision precision = Choice.of(Precision.class, "precision", options.getPrecision());
        require("sampleMegabytes", options.getSampleMegabytes());
        require("taskSlots", options.getTaskSlots());
        boolean twice = precision == Precision.INT8 && options.getCalibration().isEmpty();
        return new PlannedRun(
                precision,
                twice ? 2 : 1,
                parallelism,
                Math.min(parallelism, options.getTaskSlots()),
                (long) options.getFileMegabytes() << 20,
                SubmitLines.of(options, parallelism));
    }

    private static void require(String flag, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("--" + flag + " is " + value + "; expected at least 1");
        }
    }

    int taskManagers() {
        return (parallelism + taskSlots - 1) / taskSlots;
    }
}
