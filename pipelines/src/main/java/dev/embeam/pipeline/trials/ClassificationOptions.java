package dev.embeam.pipeline.trials;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code evaluate-classification}. */
public interface ClassificationOptions extends TrialOptions {
    @Description("Field that holds the text.")
    @Default.String("text")
    String getTextField();

    void setTextField(String textField);
}
