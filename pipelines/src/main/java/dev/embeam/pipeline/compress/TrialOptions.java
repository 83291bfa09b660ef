package dev.embeam.pipeline.compress;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which model is shrunk, and what a shrunk model is measured with. */
public interface TrialOptions extends RunOptions {
    @Description("Model of word vectors to shrink: a .bin file of fastText (skipgram or cbow).")
    @Validation.Required
    String getModel();

    void setModel(String model);

    @Description("File of words, one a line, to measure unknown words with; by default words joined of halves of known"
            + " ones. Words that the model knows are left out.")
    @Default.String("")
    String getUnknownWords();

    void setUnknownWords(String unknownWords);

    @Description("Files of judged word pairs, separated by commas: JSON lines with word1, word2 and score, plain or .gz.")
    @Default.String("")
    String getWordPairs();

    void setWordPairs(String wordPairs);

    @Description("Measure with at most so many known words, evenly from the most frequent to the rarest.")
    @Default.Integer(20_000)
    int getMeasuredWords();

    void setMeasuredWords(int measuredWords);

    @Description("Seed of what is drawn while codes are learnt.")
    @Default.Long(0)
    long getSeed();

    void setSeed(long seed);

    @Description("Replace an output that is already there.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);
}
