package dev.embeam.pipeline.classify;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Flags of a cascade: a first stage that stops documents, and a second one for those that pass. */
public interface CascadeOptions extends PipelineOptions {
    @Description(
            "Second stage of a cascade, whose first is --model: a .bin or .ftz of fastText, or knn or logreg over the"
                    + " vectors of --encoder, learnt from --train. Empty for no cascade.")
    @Default.String("")
    String getSecond();

    void setSecond(String second);

    @Description("Label that the cascade looks for, with or without __label__.")
    @Default.String("")
    String getPositiveLabel();

    void setPositiveLabel(String positiveLabel);

    @Description("Share of the positive documents of --validation that the first stage has to let pass.")
    @Default.Double(0.99)
    double getTargetRecall();

    void setTargetRecall(double targetRecall);

    @Description("Documents with right labels, read as the input is, by which the first stage's threshold is chosen.")
    @Default.String("")
    String getValidation();

    void setValidation(String validation);

    @Description("Documents with right labels, read as the input is, that knn or logreg learn from.")
    @Default.String("")
    String getTrain();

    void setTrain(String train);

    @Description("Model whose vectors knn or logreg judge.")
    @Default.String("")
    String getEncoder();

    void setEncoder(String encoder);

    @Description("Field of --validation and --train that holds right labels, as --labels does for the input.")
    @Default.String("label")
    String getLabelField();

    void setLabelField(String labelField);
}
