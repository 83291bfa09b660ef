package dev.embeam.pipeline.trials;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code evaluate-sts} and {@code evaluate-pairs}. */
public interface PairOptions extends TrialOptions {
    @Description("Field that holds the first sentence of a pair.")
    @Default.String("sentence1")
    String getFirstField();

    void setFirstField(String firstField);

    @Description("Field that holds the second sentence of a pair.")
    @Default.String("sentence2")
    String getSecondField();

    void setSecondField(String secondField);
}
