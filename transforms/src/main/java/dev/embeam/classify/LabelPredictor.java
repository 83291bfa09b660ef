package dev.embeam.classify;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.HuffmanTree;
import dev.embeam.fasttext.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A classifier of fastText, ready to predict. Labels, probabilities and the order of ties are those of the fasttext tool, to
 * the last digit, for all losses and for dense and quantised matrices. Immutable; one serves all threads, each with a {@link
 * LabelSession} of its own.
 *
 * <p>Probabilities are reported as the tool does: with 1e-5 added, so up to 1.00001 (hs adds that at every decision, so a
 * little more), and those of ns and ova in steps.
 */
public final class LabelPredictor {
    /** How many labels {@link #session} gives at most where all are wanted. */
    public static final int ALL = -1;

    private final FastTextModel model;
    private final List<String> labels;
    private final Supplier<LabelRanker> rankers;

    private LabelPredictor(FastTextModel model, Matrix output) {
        // The output is used in another shape and need not be held twice.
        this.model = new FastTextModel(model.settings(), model.dictionary(), model.input(), Optional.empty());
        List<String> names = new ArrayList<>();
        for (int label = 0; label < model.dictionary().labels(); label++) {
            names.add(model.dictionary().text(model.dictionary().words() + label));
        }
        labels = List.copyOf(names);
        rankers = rankers(model, output);
    }

    /**
     * Predicts with this model.
     *
     * @throws IllegalArgumentException if it is no classifier, was read without its output matrix or has no labels
     */
    public static LabelPredictor of(FastTextModel model) {
        if (!model.isSupervised()) {
            throw new IllegalArgumentException("the model was trained as "
                    + model.settings().kind().label()
                    + "; expected a classifier, trained as supervised (vectors are made by encode)");
        }
        if (model.dictionary().labels() == 0) {
            throw new IllegalArgumentException("the classifier has no labels; expected one at least");
        }
        Matrix output = model.output()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the classifier was read without its output matrix; expected the whole model"));
        return new LabelPredictor(model, output);
    }

    private static Supplier<LabelRanker> rankers(FastTextModel model, Matrix output) {
        switch (model.settings().loss()) {
            case HIERARCHICAL_SOFTMAX -> {
                HuffmanTree tree = HuffmanTree.ofLabels(model.dictionary());
                return () -> new TreeRanker(output, tree);
            }
            case SOFTMAX -> {
                OutputProducts products = OutputProducts.of(output);
                return () -> new SoftmaxRanker(products);
            }
            case NEGATIVE_SAMPLING, ONE_VS_ALL -> {
                OutputProducts products = OutputProducts.of(output);
                return () -> new SigmoidRanker(products);
            }
        }
        throw new IllegalStateException(
                "a loss without a ranker: " + model.settings().loss());
    }

    /** The labels as the model has them, with their prefix; a label's number is its place. */
    public List<String> labels() {
        return labels;
    }

    /** Finds labels by their names. */
    public LabelNames names() {
        return LabelNames.of(labels);
    }

    /**
     * Predictions for one thread.
     *
     * @param topK how many labels at most, at least 1, or {@link #ALL}
     * @param threshold labels of a lower probability are left out
     * @throws IllegalArgumentException if {@code topK} is 0 or below -1, or the threshold is no number
     */
    public LabelSession session(int topK, float threshold) {
        if (topK == 0 || topK < ALL) {
            throw new IllegalArgumentException("topK is " + topK + "; expected 1 or more, or -1 for all labels");
        }
        if (Float.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold is NaN; expected a probability");
        }
        int most = topK == ALL ? labels.size() : Math.min(topK, labels.size());
        return new LabelSession(model, rankers.get(), new TopLabels(most), threshold);
    }
}
