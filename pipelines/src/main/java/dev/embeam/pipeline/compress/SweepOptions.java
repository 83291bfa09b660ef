package dev.embeam.pipeline.compress;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code sweep}: every combination of words, n-grams, rows and methods is tried. */
public interface SweepOptions extends TrialOptions {
    @Description("Folder for sweep.jsonl, sweep.json, sweep.md and sweep.html.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("Numbers of kept words, separated by commas; -1 for all.")
    @Default.String("0,5000,20000,100000")
    String getWords();

    void setWords(String words);

    @Description("Numbers of kept buckets of n-grams, separated by commas; -1 for all.")
    @Default.String("50000,100000,400000")
    String getNgrams();

    void setNgrams(String ngrams);

    @Description("Forms of rows, separated by commas; a slash sets another form for n-grams: pq100/pq50.")
    @Default.String("pq50,pq100,pq300")
    String getRows();

    void setRows(String rows);

    @Description("Methods, separated by commas: embeam, baseline.")
    @Default.String("embeam")
    String getMethods();

    void setMethods(String methods);

    @Description("Name the nearest model whose file has at most so many bytes; 0 for no such question.")
    @Default.Long(0)
    long getMaxBytes();

    void setMaxBytes(long maxBytes);

    @Description("Name the smallest model with at least this mean cosine; 0 for no such question.")
    @Default.Double(0)
    double getMinCosine();

    void setMinCosine(double minCosine);
}
