package dev.embeam.pipeline.trials;

import dev.embeam.pipeline.option.EvaluationOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which data set is evaluated. */
public interface TrialOptions extends EvaluationOptions {
    @Description(
            "File that classifiers are fitted on, JSON lines, plain, .gz or .zst. In tasks that fit nothing it takes the"
                    + " place of --validation where that is not given.")
    @Default.String("")
    String getTrain();

    void setTrain(String train);

    @Description("File that chooses between candidates (similarities, classifiers, clusterers); without one the first"
            + " candidate is taken, which the report warns about.")
    @Default.String("")
    String getValidation();

    void setValidation(String validation);

    @Description("File that scores are reported on.")
    @Validation.Required
    String getTest();

    void setTest(String test);

    @Description("Text to put before every text of a static model.")
    @Default.String("")
    String getPrefix();

    void setPrefix(String prefix);

    @Description("Field that holds the class of a text, or the judgement of a pair.")
    @Default.String("label")
    String getLabelField();

    void setLabelField(String labelField);
}
