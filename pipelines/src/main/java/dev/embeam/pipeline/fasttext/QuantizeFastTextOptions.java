package dev.embeam.pipeline.fasttext;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code quantize-fasttext}: those of the fasttext tool under their own names. */
public interface QuantizeFastTextOptions extends RunOptions {
    @Description("Classifier to make small: a .bin file of fastText.")
    @Validation.Required
    String getModel();

    void setModel(String model);

    @Description("File to write, such as model.ftz; whole or not at all.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("Replace a file that is already there.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);

    @Description("Text that the model was trained on, needed by retrain alone.")
    @Default.String("")
    String getInput();

    void setInput(String input);

    @Description("Words and n-grams to keep, those of the largest norms; 0 for all.")
    @Default.Integer(0)
    int getCutoff();

    void setCutoff(int cutoff);

    @Description("Length of the file in bytes to choose the cutoff for; 0 to take the cutoff as it is.")
    @Default.Long(0)
    long getTargetSize();

    void setTargetSize(long targetSize);

    @Description("Train the model again after words and n-grams were dropped.")
    @Default.Boolean(false)
    boolean isRetrain();

    void setRetrain(boolean retrain);

    @Description("Quantise the norms of rows apart from their directions.")
    @Default.Boolean(false)
    boolean isQnorm();

    void setQnorm(boolean qnorm);

    @Description("Quantise the output matrix, too; needs 256 labels.")
    @Default.Boolean(false)
    boolean isQout();

    void setQout(boolean qout);

    @Description("Columns that share a code.")
    @Default.Integer(2)
    int getDsub();

    void setDsub(int dsub);

    @Description("Passes over the text when the model is trained again.")
    @Default.Integer(5)
    int getEpoch();

    void setEpoch(int epoch);

    @Description("Learning rate when the model is trained again; by default (-1) 0.05.")
    @Default.Double(-1)
    double getLr();

    void setLr(double lr);

    @Description("What labels begin with, when the model is trained again.")
    @Default.String("__label__")
    String getLabel();

    void setLabel(String label);

    @Description(
            "Threads that work at the same time, 0 for one a processor. They do not change the file, unless the model is"
                    + " trained again: then only 1 gives the same file every time.")
    @Default.Integer(0)
    int getThreads();

    void setThreads(int threads);
}
