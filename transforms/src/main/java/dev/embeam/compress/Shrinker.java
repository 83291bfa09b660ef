package dev.embeam.compress;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shrinks one model by any number of recipes. Shared between threads; what recipes have in common is computed once. A recipe
 * gives the same file on every machine.
 */
public final class Shrinker {
    /** Rows that a quantiser learns from: 128 for each centroid. */
    private static final int SAMPLE = 1 << 15;

    private static final int ROUNDS = 10;
    private static final int BASELINE_CENTROIDS = 255;
    private static final int BASELINE_ROUNDS = 5;

    private final FastTextModel model;
    private final NgramUse use;
    private final OriginalRows original;
    private @Nullable BucketShares shares;

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

    /**
     * The recipe with as many n-grams as fit into a file of {@code mostBytes}.
     *
     * @throws IllegalArgumentException if it does not fit without any, or hashes are repacked
     */
    public Recipe fit(Recipe recipe, long mostBytes) {
        KeptWords words = keptWords(recipe);
        CodedTable wordRows = CodedTable.empty(recipe.wordForm(), original.columns(), normed(recipe))
                .withRows(words.size());
        CodedTable ngramRows = CodedTable.empty(recipe.ngramForm(), original.columns(), normed(recipe));
        long without =
                CompactWriter.bytes(new CompactParts(settings(recipe), words, new int[0], wordRows, ngramRows));
        // Two sections grow with the n-grams, and either may be filled up to the next multiple of eight.
        long room = mostBytes - without - 2 * CompactLayout.ALIGNMENT;
        if (recipe.repacked() || room < 0) {
            throw new IllegalArgumentException("a file of " + mostBytes + " bytes is to hold " + recipe
                    + "; without n-grams it takes " + without
                    + "; ask for more bytes, fewer words or shorter rows, and choose buckets, not repack them");
        }
        return recipe.withNgrams((int) Math.min(model.settings().bucket(), room / (ngramRows.rowBytes() + 1L)));
    }

    CompactParts shrink(Recipe recipe) {
        KeptWords words = keptWords(recipe);
        int[] buckets = buckets(recipe);
        return new CompactParts(
                settings(recipe), words, buckets, wordRows(recipe, words), ngramRows(recipe, buckets));
    }

    private KeptWords keptWords(Recipe recipe) {
        return KeptWords.of(model.dictionary(), Selection.words(model.dictionary(), recipe.words()));
    }

    private CompactSettings settings(Recipe recipe) {
        FastTextSettings of = model.settings();
        return new CompactSettings(
                of.dim(),
                of.minn(),
                of.maxn(),
                recipe.repacked() ? recipe.ngrams() : of.bucket(),
                isBaseline(recipe),
                model.dictionary().tokens());
    }

    private static boolean isBaseline(Recipe recipe) {
        return recipe.method() == Recipe.Method.BASELINE;
    }

    private static boolean normed(Recipe recipe) {
        return !isBaseline(recipe);
    }

    /** The kept buckets in rising order. One that no word meets is worth nothing unless all are wanted. */
    private int[] buckets(Recipe recipe) {
        int all = recipe.repacked() ? recipe.ngrams() : model.settings().bucket();
        if (recipe.repacked() || recipe.ngrams() >= all) {
            return IntStream.range(0, all).toArray();
        }
        int[] chosen = isBaseline(recipe)
                ? Selection.byCount(asGensim(), original, recipe.ngrams(), recipe.normPower())
                : Selection.byShare(use, shares(), recipe.ngrams());
        Arrays.sort(chosen);
        return chosen;
    }

    private synchronized BucketShares shares() {
        BucketShares known = shares;
        if (known == null) {
            known = BucketShares.of(use, original);
            shares = known;
        }
        return known;
    }

    private NgramUse asGensim() {
        return NgramUse.ofGensim(model.dictionary(), model.settings());
    }

    private CodedTable wordRows(Recipe recipe, KeptWords words) {
        RowCoder.Rows rows = (row, out) -> original.word(words.entries()[row], out);
        return new RowCoder(original.columns(), words.size(), rows)
                .code(recipe.wordForm(), product(recipe), isBaseline(recipe) ? RowCoder.ALIKE : RowCoder.BY_DIRECTION);
    }

    private CodedTable ngramRows(Recipe recipe, int[] buckets) {
        if (recipe.repacked()) {
            float[][] rows = repacked(recipe);
            RowCoder.Rows source = (row, out) -> System.arraycopy(rows[row], 0, out, 0, out.length);
            return new RowCoder(original.columns(), rows.length, source)
                    .code(recipe.ngramForm(), product(recipe), RowCoder.ALIKE);
        }
        RowCoder.Weights weights =
                isBaseline(recipe) ? RowCoder.ALIKE : (row, squares) -> shares().weight(buckets[row]);
        return new RowCoder(original.columns(), buckets.length, (row, out) -> original.ngram(buckets[row], out))
                .code(recipe.ngramForm(), product(recipe), weights);
    }

    private float[][] repacked(Recipe recipe) {
        FastTextSettings smaller = model.settings().withBucket(recipe.ngrams());
        return Repacking.rows(
                original,
                asGensim(),
                NgramUse.ofGensim(model.dictionary(), smaller),
                recipe.ngrams(),
                recipe.seed());
    }

    private static ProductSettings product(Recipe recipe) {
        return isBaseline(recipe)
                ? new ProductSettings(
                        false, BASELINE_CENTROIDS, BASELINE_ROUNDS, Integer.MAX_VALUE, recipe.seed())
                : new ProductSettings(true, ProductRows.CENTROIDS, ROUNDS, SAMPLE, recipe.seed());
    }
}
