package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads {@code .bin} and {@code .ftz} files of fastText, versions 11 and 12. Nothing is taken on trust: every length is held
 * against the bytes that the file has left before memory is taken for it, and a file that is cut short, goes on behind its
 * end or is of another kind is a {@link CorruptDataException} that names the byte.
 */
public final class FastTextReader {
    static final int MAGIC = 793_712_314;
    static final int VERSION = 12;
    static final int NEVER_PRUNED = -1;

    private static final int LAST_VERSION_WITHOUT_SUBWORDS_OF_CLASSIFIERS = 11;
    /** Far above all that is in use; n-grams of a long word would take its length times this. */
    private static final int LONGEST_NGRAM = 100;

    private static final int SMALLEST_ENTRY = 10;
    private static final int PICKLE = 0x80;

    private final ModelInput in;

    private FastTextReader(ModelInput in) {
        this.in = in;
    }

    /** The whole model. The caller closes the channel. */
    public static FastTextModel read(SeekableByteChannel channel, String name) {
        return read(channel, name, true);
    }

    /** The model without its output matrix, which vectors do not need and which may be half of the file. */
    public static FastTextModel readWithoutOutput(SeekableByteChannel channel, String name) {
        return read(channel, name, false);
    }

    private static FastTextModel read(SeekableByteChannel channel, String name, boolean withOutput) {
        try {
            return new FastTextReader(new ModelInput(channel, name)).model(withOutput);
        } catch (IllegalArgumentException unfit) {
            throw new CorruptDataException(name, "", String.valueOf(unfit.getMessage()), "a model of fastText", unfit);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private FastTextModel model(boolean withOutput) throws IOException {
        int version = version();
        FastTextSettings settings = settings(version);
        Dictionary dictionary = dictionary();
        boolean quantized = in.bool("the mark of a quantised input");
        in.check(
                quantized || dictionary.pruned().isEmpty(),
                "pruned, but not quantised",
                "a pruned model to be quantised (lid.176 was published so in 2017); download it again");
        Matrix input = matrix(quantized, settings.dim(), "the input matrix");
        boolean quantizedOutput = in.bool("the mark of a quantised output");
        Optional<Matrix> output = output(withOutput, quantized && quantizedOutput, settings.dim());
        in.check(in.left() == 0, in.left() + " bytes behind the output matrix", "the end of the file");
        return new FastTextModel(settings, dictionary, input, output);
    }

    private Optional<Matrix> output(boolean wanted, boolean quantized, int dim) throws IOException {
        String what = "the output matrix";
        if (wanted) {
            return Optional.of(matrix(quantized, dim, what));
        }
        if (quantized) {
            quantizedMatrix(dim, what);
        } else {
            in.skip((long) denseRows(dim, what) * dim * Float.BYTES, what);
        }
        return Optional.empty();
    }

    private int version() throws IOException {
        int magic = in.int32("the magic number");
        in.check(
                (magic & 0xFF) != PICKLE,
                "a pickle of Python",
                "a .bin or .ftz file of fastText; save it with gensim's save_facebook_model");
        in.check(
                magic == MAGIC,
                "the magic number " + magic,
                MAGIC + ", as in .bin and .ftz files since May 2017; convert older ones with a fasttext of that time");
        int version = in.int32("the version");
        in.check(
                version == VERSION || version == LAST_VERSION_WITHOUT_SUBWORDS_OF_CLASSIFIERS,
                "version " + version,
                "11 or 12");
        return version;
    }

    private FastTextSettings settings(int version) throws IOException {
        int dim = in.int32("dim");
        in.check(dim >= 1 && dim <= 1 << 16, "dim is " + dim, "1 to 65,536");
        int ws = in.int32("ws");
        int epoch = in.int32("epoch");
        int minCount = in.int32("minCount");
        int neg = in.int32("neg");
        int wordNgrams = in.int32("wordNgrams");
        in.check(wordNgrams <= LONGEST_NGRAM, "wordNgrams is " + wordNgrams, "at most " + LONGEST_NGRAM);
        Loss loss = loss(in.int32("loss"));
        ModelKind kind = kind(in.int32("model"));
        int bucket = in.int32("bucket");
        in.check(bucket >= 0, "bucket is " + bucket, "at least 0");
        int minn = in.int32("minn");
        int maxn = in.int32("maxn");
        in.check(maxn <= LONGEST_NGRAM, "maxn is " + maxn, "at most " + LONGEST_NGRAM);
        int lrUpdateRate = in.int32("lrUpdateRate");
        double t = in.float64("t");
        FastTextSettings settings = new FastTextSettings(
                dim, ws, epoch, minCount, neg, wordNgrams, loss, kind, bucket, minn, maxn, lrUpdateRate, t);
        boolean ignored = version == LAST_VERSION_WITHOUT_SUBWORDS_OF_CLASSIFIERS && kind == ModelKind.SUPERVISED;
        return ignored ? settings.withNgrams(minn, 0) : settings;
    }

    private Loss loss(int code) {
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.code() == code)
                .findFirst()
                .orElseThrow(() -> in.corrupt("loss " + code, "1 to 4"));
    }

    private ModelKind kind(int code) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.code() == code)
                .findFirst()
                .orElseThrow(() -> in.corrupt("model " + code, "1 to 3"));
    }

    private Dictionary dictionary() throws IOException {
        int declared = in.int32("the number of entries");
        int words = in.int32("the number of words");
        int labels = in.int32("the number of labels");
        in.check(
                words >= 0 && labels >= 0 && (long) words + labels == declared,
                words + " words and " + labels + " labels",
                "together the " + declared + " entries");
        long tokens = in.int64("the number of tokens");
        long keptBuckets = in.int64("the number of kept buckets");
        int size = in.count(declared, SMALLEST_ENTRY, "the number of entries");
        int[] offsets = new int[size + 1];
        long[] counts = new long[size];
        ModelInput.Text text = new ModelInput.Text(new byte[Math.multiplyExact(Math.min(size, 1 << 20), 8)], 0);
        for (int entry = 0; entry < size; entry++) {
            text = in.text(text.bytes(), text.end(), "a word");
            offsets[entry + 1] = text.end();
            counts[entry] = in.int64("a count");
            int type = in.uint8("the type of a word");
            in.check(
                    type == (entry < words ? 0 : 1),
                    "entry " + entry + " is of type " + type,
                    "words (0) before labels (1)");
        }
        byte[] bytes = Arrays.copyOf(text.bytes(), text.end());
        return new Dictionary(bytes, offsets, counts, words, tokens, pruned(keptBuckets));
    }

    private Optional<PrunedBuckets> pruned(long declared) throws IOException {
        if (declared == NEVER_PRUNED) {
            return Optional.empty();
        }
        int size = in.count(declared, 2 * Integer.BYTES, "the number of kept buckets");
        int[] kept = new int[size];
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            kept[i] = in.int32("a kept bucket");
            numbers[i] = in.int32("the number of a kept bucket");
            in.check(
                    numbers[i] >= 0 && numbers[i] < size,
                    "bucket " + kept[i] + " has number " + numbers[i],
                    "0 to " + (size - 1));
        }
        return Optional.of(PrunedBuckets.of(kept, numbers));
    }

    private Matrix matrix(boolean quantized, int dim, String what) throws IOException {
        return quantized ? quantizedMatrix(dim, what) : denseMatrix(dim, what);
    }

    private Matrix denseMatrix(int dim, String what) throws IOException {
        int rows = denseRows(dim, what);
        return new DenseMatrix(FloatTable.of(rows, dim, (first, count, block) -> fill(block, what)));
    }

    private int denseRows(int dim, String what) throws IOException {
        long declared = in.int64("the rows of " + what);
        checkColumns(in.int64("the columns of " + what), dim, what);
        int rows = in.count(declared, (long) Float.BYTES * dim, "the number of rows of " + what);
        checkRows(rows, what);
        return rows;
    }

    private void fill(float[] block, String what) {
        try {
            in.floats(block, 0, block.length, what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matrix quantizedMatrix(int dim, String what) throws IOException {
        boolean hasNorms = in.bool("the mark of quantised norms");
        long declared = in.int64("the rows of " + what);
        checkColumns(in.int64("the columns of " + what), dim, what);
        int rows = in.count(declared, 1, "the number of rows of " + what);
        checkRows(rows, what);
        byte[] codes = in.bytes(in.int32("the size of the codes"), "the codes of " + what);
        ProductQuantizer quantizer = quantizer(dim);
        Optional<QuantizedMatrix.Norms> norms = Optional.empty();
        if (hasNorms) {
            byte[] ofNorms = in.bytes(rows, "the codes of norms");
            norms = Optional.of(new QuantizedMatrix.Norms(ofNorms, quantizer(1)));
        }
        return new QuantizedMatrix(rows, codes, quantizer, norms);
    }

    private void checkRows(int rows, String what) {
        in.check(rows >= 1, what + " has no rows", "at least 1");
    }

    private void checkColumns(long columns, int dim, String what) {
        in.check(columns == dim, what + " has " + columns + " columns", dim + ", the model's dim");
    }

    private ProductQuantizer quantizer(int columns) throws IOException {
        int dim = in.int32("the columns of a quantiser");
        int parts = in.int32("the parts of a quantiser");
        int part = in.int32("the columns of a part");
        int lastPart = in.int32("the columns of the last part");
        in.check(dim == columns, "a quantiser of " + dim + " columns", Integer.toString(columns));
        in.check(
                part >= 1 && parts == (dim + part - 1L) / part && lastPart == dim - (long) (parts - 1) * part,
                parts + " parts of " + part + " columns, the last of " + lastPart,
                "those of " + dim + " columns");
        float[] centroids =
                new float[in.count((long) ProductQuantizer.CENTROIDS * dim, Float.BYTES, "the number of centroids")];
        in.floats(centroids, 0, centroids.length, "the centroids");
        return new ProductQuantizer(dim, part, centroids);
    }
}
