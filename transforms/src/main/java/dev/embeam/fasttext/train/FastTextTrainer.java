package dev.embeam.fasttext.train;

import dev.embeam.collection.FileAccess;
import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Matrix;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.kernel.FloatTable;
import dev.embeam.kernel.WeightTable;
import java.io.IOException;
import java.util.Optional;

/**
 * Trains models of fastText on a file of plain text, one document or labelled text a line, words separated by white space.
 * In one thread the model is the fasttext tool's, bit by bit, where that is built without fused multiply-add and told to
 * use one thread, too. Several threads change the same weights without waiting for each other, so that no two runs give the
 * same model; all of the input matrix then starts from random numbers, of which the tool fills a tenth for each thread.
 */
public final class FastTextTrainer {
    private final FileAccess files;
    private final TrainingListener listener;

    /** Reads files through {@code files} and tells {@code listener} how it goes. */
    public FastTextTrainer(FileAccess files, TrainingListener listener) {
        this.files = files;
        this.listener = listener;
    }

    /**
     * Trains a new model.
     *
     * @param path of the text
     * @throws IllegalArgumentException if there is nothing to learn from the text with these settings, there would be more
     *     than 2^31 rows, or the weights explode
     * @throws dev.embeam.schema.CorruptDataException if pretrained vectors are none
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread that waits for the training is interrupted
     */
    public FastTextModel train(String path, TrainingSettings settings) throws IOException, InterruptedException {
        FastTextSettings model = settings.model();
        DictionaryBuilder builder = new DictionaryBuilder(settings);
        try (TrainingTokens text = new TrainingTokens(files.open(path), 0)) {
            builder.read(text);
        }
        Optional<PretrainedVectors> pretrained =
                settings.pretrainedVectors().map(vectors -> new PretrainedVectors(files, vectors, model.dim()));
        if (pretrained.isPresent()) {
            pretrained.get().addWords(builder);
            builder.keepAll();
        }
        Dictionary dictionary = builder.build();
        WeightTable input = StartWeights.of(rows(dictionary, model), settings);
        if (pretrained.isPresent()) {
            pretrained.get().copyTo(input, dictionary);
        }
        boolean supervised = model.kind() == ModelKind.SUPERVISED;
        WeightTable output = WeightTable.zeros(supervised ? dictionary.labels() : dictionary.words(), model.dim());
        return run(path, settings, dictionary, input, output);
    }

    private static int rows(Dictionary dictionary, FastTextSettings model) {
        long rows = dictionary.words() + (long) model.bucket();
        if (rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(dictionary.words() + " words and " + model.bucket() + " buckets make "
                    + rows + " rows; expected fewer than 2^31, with a smaller bucket or a larger minCount");
        }
        return (int) rows;
    }

    /**
     * Trains a model again on a text, from the weights that it has and with the dictionary that it has.
     *
     * @param settings of which the passes, the learning rate, the threads and the seed count; the others are the model's own
     * @throws IllegalArgumentException if the model is quantised or read without its output matrix, the text has no token, or
     *     the weights explode
     */
    public FastTextModel retrain(FastTextModel model, String path, TrainingSettings settings)
            throws IOException, InterruptedException {
        TrainingSettings merged = new TrainingSettings(
                model.settings().withEpoch(settings.model().epoch()),
                settings.lr(),
                0,
                settings.label(),
                settings.threads(),
                settings.seed(),
                Optional.empty());
        requireTokens(path);
        WeightTable input = WeightTable.of(dense(model.input()));
        WeightTable output = WeightTable.of(dense(model.output()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the model was read without its output matrix, so it cannot be trained"))));
        return run(path, merged, model.dictionary(), input, output);
    }

    private static FloatTable dense(Matrix matrix) {
        if (matrix instanceof DenseMatrix dense) {
            return dense.table();
        }
        throw new IllegalArgumentException("the model is quantised; expected a .bin, since codes cannot be trained");
    }

    private void requireTokens(String path) throws IOException {
        try (TrainingTokens text = new TrainingTokens(files.open(path), 0)) {
            if (!text.next()) {
                throw new IllegalArgumentException("the text " + path + " is empty; expected the lines to train on");
            }
        }
    }

    private FastTextModel run(
            String path, TrainingSettings settings, Dictionary dictionary, WeightTable input, WeightTable output)
            throws IOException, InterruptedException {
        new Training(files, path, settings, dictionary, input, output).run(listener);
        return new FastTextModel(
                settings.model(),
                dictionary,
                new DenseMatrix(input.asTable()),
                Optional.of(new DenseMatrix(output.asTable())));
    }
}
