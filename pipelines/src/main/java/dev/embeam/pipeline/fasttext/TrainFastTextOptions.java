package dev.embeam.pipeline.fasttext;

import dev.embeam.pipeline.option.RunOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Flags of {@code train-fasttext}: those of the fasttext tool under their own names. */
public interface TrainFastTextOptions extends RunOptions {
    @Description("Text to train on, plain, words separated by spaces; for a classifier each line with its labels.")
    @Validation.Required
    String getInput();

    void setInput(String input);

    @Description("File of the model to write, such as model.bin; whole or not at all.")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("What to train: supervised (a classifier), skipgram or cbow (word vectors).")
    @Validation.Required
    String getKind();

    void setKind(String kind);

    @Description("Also write the words' vectors as text, to the output's name with .vec at its end.")
    @Default.Boolean(false)
    boolean isVectors();

    void setVectors(boolean vectors);

    @Description("Replace a model that is already there.")
    @Default.Boolean(false)
    boolean isOverwrite();

    void setOverwrite(boolean overwrite);

    @Description("Learning rate at the start; by default (-1) 0.1 for classifiers and 0.05 for word vectors.")
    @Default.Double(-1)
    double getLr();

    void setLr(double lr);

    @Description("Columns of a vector.")
    @Default.Integer(100)
    int getDim();

    void setDim(int dim);

    @Description("Largest distance between a word and a word of its context.")
    @Default.Integer(5)
    int getWs();

    void setWs(int ws);

    @Description("Passes over the text.")
    @Default.Integer(5)
    int getEpoch();

    void setEpoch(int epoch);

    @Description("Words that occur less often are left out; by default (-1) 1 for classifiers and 5 for word vectors.")
    @Default.Integer(-1)
    int getMinCount();

    void setMinCount(int minCount);

    @Description("Labels that occur less often are left out.")
    @Default.Integer(0)
    int getMinCountLabel();

    void setMinCountLabel(int minCountLabel);

    @Description("Negative samples beside each positive one, where the loss is ns.")
    @Default.Integer(5)
    int getNeg();

    void setNeg(int neg);

    @Description("Longest word n-gram that is a feature of a line; 1 for none.")
    @Default.Integer(1)
    int getWordNgrams();

    void setWordNgrams(int wordNgrams);

    @Description("Loss: ns, hs, softmax, ova; by default softmax for classifiers and ns for word vectors.")
    @Default.String("by-kind")
    String getLoss();

    void setLoss(String loss);

    @Description("Rows that all n-grams share by their hash.")
    @Default.Integer(2_000_000)
    int getBucket();

    void setBucket(int bucket);

    @Description("Characters of the shortest n-gram; by default (-1) 0 for classifiers and 3 for word vectors.")
    @Default.Integer(-1)
    int getMinn();

    void setMinn(int minn);

    @Description(
            "Characters of the longest n-gram, 0 for none; by default (-1) 0 for classifiers and 6 for word vectors.")
    @Default.Integer(-1)
    int getMaxn();

    void setMaxn(int maxn);

    @Description(
            "Threads that train at the same time, 0 for one a processor. Only 1 gives the same model every time, and the"
                    + " one that the fasttext tool gives with one thread.")
    @Default.Integer(0)
    int getThreads();

    void setThreads(int threads);

    @Description("Tokens after which a thread changes the learning rate.")
    @Default.Integer(100)
    int getLrUpdateRate();

    void setLrUpdateRate(int lrUpdateRate);

    @Description("Threshold above whose share of the text words are left out at random; by default (-1) 0.0001.")
    @Default.Double(-1)
    double getT();

    void setT(double t);

    @Description("Seed of the first numbers and of all draws.")
    @Default.Integer(0)
    int getSeed();

    void setSeed(int seed);

    @Description("File of word vectors (.vec) to start from.")
    @Default.String("")
    String getPretrainedVectors();

    void setPretrainedVectors(String pretrainedVectors);

    @Description("What labels begin with.")
    @Default.String("__label__")
    String getLabel();

    void setLabel(String label);
}
