package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.Matrix;
import dev.embeam.fasttext.QuantizedMatrix;
import dev.embeam.kernel.FloatTable;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes a classifier small: drops rows of small norms, trains what is left again if asked to, and writes rows as codes of
 * product quantisers. Codes and codebooks equal those of the fasttext tool bit by bit.
 */
public final class FastTextQuantizer {
    private static final int OUTPUT_PART = 2;

    /** Trains a pruned model again before it is quantised. */
    @FunctionalInterface
    public interface Retraining {
        /** The trained model. */
        FastTextModel retrain(FastTextModel pruned) throws IOException, InterruptedException;
    }

    private FastTextQuantizer() {}

    /**
     * The quantised model.
     *
     * @param model a classifier with both of its matrices, not quantised
     * @param retraining what happens between pruning and quantising; nothing happens where no row is dropped
     * @throws IllegalArgumentException if the model cannot be quantised, or with these settings
     * @throws IOException if the training text cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits for the training
     */
    public static FastTextModel quantize(
            FastTextModel model, QuantizationSettings settings, Optional<Retraining> retraining)
            throws IOException, InterruptedException {
        checkModel(model);
        FastTextModel kept = prune(model, settings, retraining);
        try (NearestSearch search = new NearestSearch(settings.threads())) {
            QuantizerTrainer trainer = new QuantizerTrainer(search);
            Matrix output = kept.output().orElseThrow();
            QuantizedMatrix input = trainer.quantize(table(kept.input()), settings.dsub(), settings.qnorm(), "input");
            if (settings.qout()) {
                output = trainer.quantize(table(output), OUTPUT_PART, settings.qnorm(), "output");
            }
            return new FastTextModel(kept.settings(), kept.dictionary(), input, Optional.of(output));
        }
    }

    private static void checkModel(FastTextModel model) {
        if (!model.isSupervised()) {
            throw new IllegalArgumentException(
                    "the model is a " + model.settings().kind().label()
                            + " model of word vectors; expected a classifier: compress-fasttext makes word vectors small");
        }
        if (model.isQuantized()) {
            throw new IllegalArgumentException("the model is quantised already; expected a .bin");
        }
        if (model.output().isEmpty()) {
            throw new IllegalArgumentException("the model was read without its output matrix; expected both");
        }
    }

    private static FastTextModel prune(
            FastTextModel model, QuantizationSettings settings, Optional<Retraining> retraining)
            throws IOException, InterruptedException {
        if (settings.cutoff() == 0 || settings.cutoff() >= model.input().rows()) {
            return model;
        }
        if (settings.cutoff() < QuantizationSettings.FEWEST_ROWS) {
            throw new IllegalArgumentException(
                    "cutoff is " + settings.cutoff() + ", too small a matrix to be quantised;" + " expected at least "
                            + QuantizationSettings.FEWEST_ROWS + " rows, or 0 for all");
        }
        FloatTable input = table(model.input());
        FastTextModel pruned =
                ModelPruner.keep(model, input, RowSelection.largest(input, model.dictionary(), settings.cutoff()));
        return retraining.isPresent() ? retraining.get().retrain(pruned) : pruned;
    }

    private static FloatTable table(Matrix matrix) {
        return ((DenseMatrix) matrix).table();
    }
}
