package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** How scores are made and how sure they are. */
public interface EvaluationOptions extends SystemOptions, FolderOptions, RunOptions {
    @Description("Name of the data set in the report; by default that of the folder its test part lies in.")
    @Default.String("")
    String getDataset();

    void setDataset(String dataset);

    @Description("Whose definitions to follow: jmteb (JMTEB 1.3.3) or trec (trec_eval, scikit-learn).")
    @Default.String("jmteb")
    String getProfile();

    void setProfile(String profile);

    @Description("Switches of the profile, separated by commas, each with + or -: ideal-not-cut, cut-at-queries,"
            + " euclidean-is-manhattan, reversed-pair-cosine, labels-by-part. The profile jmteb has all of them on,"
            + " trec none; -cut-at-queries switches one off.")
    @Default.String("")
    String getQuirks();

    void setQuirks(String quirks);

    @Description("Seed of whatever is random: resampling, clusterers.")
    @Default.Long(0)
    long getSeed();

    void setSeed(long seed);

    @Description("Resamples behind an interval or a test of means; statistics that are no means take a tenth.")
    @Default.Integer(10_000)
    int getBootstrapSamples();

    void setBootstrapSamples(int bootstrapSamples);
}
