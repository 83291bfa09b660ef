package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code benchmark}. */
public interface BenchmarkOptions extends RunOptions {
    @Description("Suite file (YAML), such as those in runner-configs/suites.")
    @Validation.Required
    String getSuite();

    void setSuite(String suite);

    @Description("Folder to write: report.html, report.md, summary.json of the first system, jmteb/SYSTEM/ with JMTEB's"
            + " files of every system, evaluations/TASK/DATASET/ with all of every evaluation.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("Folder that the suite's files are relative to; by default the suite file's own.")
    @Default.String("")
    String getData();

    void setData(String data);

    @Description("Folder that the suite's models are relative to; by default the suite file's own.")
    @Default.String("")
    String getModels();

    void setModels(String models);

    @Description("Names of the only data sets to evaluate, separated by commas; by default all.")
    @Default.String("")
    String getInclude();

    void setInclude(String include);

    @Description("Names of data sets not to evaluate, separated by commas.")
    @Default.String("")
    String getExclude();

    void setExclude(String exclude);

    @Description("Evaluate again what was evaluated before with the same settings, files and versions.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);
}
