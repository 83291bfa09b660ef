package dev.embeam.compress;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.kernel.Float16;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Shrinks one model by any number of recipes. Immutable, shared between threads; what recipes have in common is computed once.
 * A recipe gives the same file on every machine.
 */
public final class Shrinker {
    private final FastTextModel model;
    private final NgramUse use;
    private final OriginalRows original;

    /**
     * Of a model of word vectors. Its output matrix is not needed.
     *
     * @throws IllegalArgumentException if the model is a classifier or pruned
     */
    public Shrinker(FastTextModel model) {
        if (model.isSupervised() || model.dictionary().pruned().isPresent()) {
            throw new IllegalArgumentException("the model is a classifier or pruned; expected one of word vectors"
                    + " (skipgram, cbow) as it was trained; quantize-fasttext shrinks classifiers");
        }
        this.model = model;
        use = NgramUse.of(model.dictionary(), model.settings());
        original = new OriginalRows(model, use);
    }

    /** Writes the compact file of a recipe. The caller closes the channel. */
    public void write(Recipe recipe, WritableByteChannel channel) throws IOException {
        CompactWriter.write(shrink(recipe), channel);
    }

    CompactParts shrink(Recipe recipe) {
        KeptWords words = KeptWords.of(model.dictionary(), Selection.words(model.dictionary(), recipe.words()));
        CompactSettings settings = settings(recipe);
        int[] buckets = buckets(recipe);
        CodedTable wordRows = words(recipe, words);
        CodedTable ngramRows = ngrams(recipe, buckets);
        return new CompactParts(settings, words, buckets, wordRows, ngramRows);
    }

    private CompactSettings settings(Recipe recipe) {
        FastTextSettings of = model.settings();
        return new CompactSettings(
                of.dim(),
                of.minn(),
                of.maxn(),
                recipe.repacked() ? recipe.ngrams() : of.bucket(),
                recipe.method() == Recipe.Method.BASELINE,
                model.dictionary().tokens());
    }

    private int[] buckets(Recipe recipe) {
        int all = recipe.repacked() ? recipe.ngrams() : model.settings().bucket();
        if (recipe.repacked() || recipe.ngrams() >= all) {
            return IntStream.range(0, all).toArray();
        }
        int[] chosen = recipe.method() == Recipe.Method.BASELINE
                ? Selection.byCount(ofGensim(), original, recipe.ngrams(), recipe.normPower())
                : Selection.byShare(use, original, recipe.ngrams());
        Arrays.sort(chosen);
        return chosen;
    }

    private NgramUse ofGensim() {
        return NgramUse.ofGensim(model.dictionary(), model.settings());
    }

    private CodedTable words(Recipe recipe, KeptWords words) {
        return code(recipe, recipe.wordForm(), words.size(), row -> 1, (row, out) -> original.word(words.entries()[row], out));
    }

    private CodedTable ngrams(Recipe recipe, int[] buckets) {
        if (recipe.repacked()) {
            float[][] rows = repacked(recipe);
            return code(recipe, recipe.ngramForm(), rows.length, row -> 1, (row, out) -> System.arraycopy(rows[row], 0, out, 0, out.length));
        }
        return code(recipe, recipe.ngramForm(), buckets.length, row -> use.count(buckets[row]), (row, out) -> original.ngram(buckets[row], out));
    }

    private float[][] repacked(Recipe recipe) {
        FastTextSettings smaller = model.settings().withBucket(recipe.ngrams());
        return Repacking.rows(
                original,
                ofGensim(),
                NgramUse.ofGensim(model.dictionary(), smaller), recipe.ngrams(), recipe.seed());
    }

    /** Reads one row. */
    private interface Rows {
        void read(int row, float[] out);
    }

    private CodedTable code(Recipe recipe, RowForm form, int count, java.util.function.IntToDoubleFunction weight, Rows rows) {
        int dim = original.columns();
        return switch (form.kind()) {
            case FLOAT32 -> new CodedTable(CompactLayout.FORM_FLOAT, count, Float.BYTES * dim, 0, new float[0], (row, out, at) -> {
                float[] numbers = new float[dim];
                rows.read(row, numbers);
                ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).position(at).asFloatBuffer().put(numbers);
            });
            case FLOAT16 -> new CodedTable(CompactLayout.FORM_HALF, count, Short.BYTES * dim, 0, new float[0], (row, out, at) -> {
                float[] numbers = new float[dim];
                rows.read(row, numbers);
                ByteBuffer bytes = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).position(at);
                for (float x : numbers) {
                    bytes.putShort(Float16.fromFloat(x));
                }
            });
            case DECOMPOSED -> Decomposition.code(all(rows, count, dim), dim, form.parameter());
            case PRODUCT -> product(recipe, form.parameter(), count, weight, all(rows, count, dim));
        };
    }

    private static float[][] all(Rows rows, int count, int dim) {
        float[][] all = new float[count][dim];
        IntStream.range(0, count).parallel().forEach(row -> rows.read(row, all[row]));
        return all;
    }

    private CodedTable product(Recipe recipe, int parts, int count, java.util.function.IntToDoubleFunction weight, float[][] rows) {
        boolean baseline = recipe.method() == Recipe.Method.BASELINE;
        float[] weights = new float[count];
        for (int row = 0; row < count; row++) {
            weights[row] = baseline ? 1 : (float) weight.applyAsDouble(row);
        }
        ProductSettings settings = baseline
                ? new ProductSettings(false, 255, 5, Integer.MAX_VALUE, recipe.seed())
                : new ProductSettings(true, 256, 15, 1 << 16, recipe.seed());
        return new ProductCoder(rows, weights, original.columns(), parts, settings).code();
    }
}
