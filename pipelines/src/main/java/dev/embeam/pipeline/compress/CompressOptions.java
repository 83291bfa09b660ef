package dev.embeam.pipeline.compress;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code compress-fasttext}. */
public interface CompressOptions extends TrialOptions {
    @Description("Compact file to write (.ecf), whole or not at all.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("How many words keep a vector of their own, the most frequent first; -1 for all.")
    @Default.Integer(20_000)
    int getWords();

    void setWords(int words);

    @Description("How many buckets of n-grams are kept; -1 for all. With repack, how many there are to be.")
    @Default.Integer(100_000)
    int getNgrams();

    void setNgrams(int ngrams);

    @Description("Keep as many n-grams as fit into a file of so many bytes, in place of ngrams; 0 for no limit.")
    @Default.Long(0)
    long getMaxBytes();

    void setMaxBytes(long maxBytes);

    @Description("Form of rows: float32, float16, pq and a number of parts, svd and a number of components.")
    @Default.String("pq100")
    String getRows();

    void setRows(String rows);

    @Description("Form of the rows of n-grams, if another one.")
    @Default.String("")
    String getNgramRows();

    void setNgramRows(String ngramRows);

    @Description("embeam, or baseline: as compress-fasttext does it.")
    @Default.String("embeam")
    String getMethod();

    void setMethod(String method);

    @Description("The baseline keeps the buckets with the highest count times norm to this power.")
    @Default.Double(1)
    double getNormPower();

    void setNormPower(double normPower);

    @Description("Take hashes of n-grams modulo a smaller number in place of choosing buckets.")
    @Default.Boolean(false)
    boolean isRepack();

    void setRepack(boolean repack);
}
