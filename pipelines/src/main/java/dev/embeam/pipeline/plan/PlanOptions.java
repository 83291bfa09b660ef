package dev.embeam.pipeline.plan;

import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.OutputOptions;
import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code plan}: those of {@code encode}, and how to plan. */
public interface PlanOptions extends InputOptions, ModelOptions, OutputOptions, RunOptions {
    @Description(
            "How much of the collection to read, in megabytes (2^20 bytes) as stored; a smaller one is counted whole.")
    @Default.Integer(8)
    int getSampleMegabytes();

    void setSampleMegabytes(int sampleMegabytes);

    @Description("Slots of a TaskManager; the job takes as many TaskManagers as --parallelism needs.")
    @Default.Integer(2)
    int getTaskSlots();

    void setTaskSlots(int taskSlots);

    @Description("Decides where the sample is taken.")
    @Default.Long(0)
    long getSeed();

    void setSeed(long seed);
}
