package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import java.util.Optional;

/**
 * How a model is trained. Buckets are dropped where there is nothing to put in them: neither character nor word n-grams.
 *
 * @param model what the model's file keeps
 * @param lr learning rate at the start; it falls to 0 in a straight line
 * @param minCountLabel labels that occur less often are left out
 * @param label what labels begin with
 * @param threads that train at the same time; only one gives the same model again
 * @param seed of the first numbers and of all draws
 * @param pretrainedVectors path of a {@code .vec} file whose vectors the words start from
 */
public record TrainingSettings(
        FastTextSettings model,
        double lr,
        int minCountLabel,
        String label,
        int threads,
        int seed,
        Optional<String> pretrainedVectors) {
    /** Checks the settings. */
    public TrainingSettings {
        if (model.wordNgrams() <= 1 && model.maxn() == 0) {
            model = model.withBucket(0);
        }
        check(threads >= 1, "threads is " + threads, "at least 1");
        check(lr > 0 && lr < Double.POSITIVE_INFINITY, "lr is " + lr, "a positive number");
        check(!label.isEmpty(), "label is empty", "what labels begin with, such as " + Dictionary.LABEL_PREFIX);
        check(model);
    }

    private static void check(FastTextSettings model) {
        check(model.epoch() >= 1, "epoch is " + model.epoch(), "at least 1");
        check(model.ws() >= 1, "ws is " + model.ws(), "at least 1");
        check(model.neg() >= 0, "neg is " + model.neg(), "at least 0");
        check(model.lrUpdateRate() >= 0, "lrUpdateRate is " + model.lrUpdateRate(), "at least 0");
        check(model.t() >= 0, "t is " + model.t(), "at least 0");
        boolean ngrams = model.maxn() > 0 || model.wordNgrams() > 1;
        check(model.bucket() > 0 || !ngrams, "bucket is 0 although there are n-grams", "at least 1");
        check(
                model.kind() == ModelKind.SUPERVISED || isForWords(model.loss()),
                "loss is " + model.loss().label() + " for " + model.kind().label(),
                "ns or hs; the others are for classifiers");
    }

    private static boolean isForWords(Loss loss) {
        return loss == Loss.NEGATIVE_SAMPLING || loss == Loss.HIERARCHICAL_SOFTMAX || loss == Loss.SOFTMAX;
    }

    private static void check(boolean holds, String actual, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(actual + "; expected " + expected);
        }
    }

    /** What the fasttext tool takes by default, but in one thread. */
    public static TrainingSettings defaults(ModelKind kind) {
        boolean supervised = kind == ModelKind.SUPERVISED;
        FastTextSettings model = new FastTextSettings(
                100,
                5,
                5,
                supervised ? 1 : 5,
                5,
                1,
                supervised ? Loss.SOFTMAX : Loss.NEGATIVE_SAMPLING,
                kind,
                2_000_000,
                supervised ? 0 : 3,
                supervised ? 0 : 6,
                100,
                1e-4);
        return new TrainingSettings(model, supervised ? 0.1 : 0.05, 0, Dictionary.LABEL_PREFIX, 1, 0, Optional.empty());
    }
}
