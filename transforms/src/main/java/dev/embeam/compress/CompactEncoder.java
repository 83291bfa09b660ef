package dev.embeam.compress;

import dev.embeam.fasttext.WordPooling;
import dev.embeam.kernel.VectorKernels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Turns texts into vectors with a compact model, by the same poolings as {@link dev.embeam.fasttext.FastTextEncoder}.
 * Immutable, shared between threads; a {@link CompactSession} is one thread's.
 *
 * <p>What a kept word's row is multiplied with is known from the start, so that it is decoded and added in one pass. The
 * words that occurred most often in training are decoded once, as many as fit beside these factors into a twelfth of the
 * file's size: most tokens of a text are among them. All other rows are decoded when they are added, which gives the same
 * bits.
 */
public final class CompactEncoder {
    /** Share of the file's size that factors and decoded words may take. */
    private static final int FILE_TO_DECODED = 12;
    /** What says that a word is not decoded; more words than this are never decoded. */
    private static final char NOT_DECODED = 0xFFFF;

    final CompactModel model;
    private final CompactPooling pooling;
    /** What each kept word's row is multiplied with; 0 for a word that does not count. */
    private final float[] factors;

    private final char[] decodedPlace;
    private final float[] decoded;

    private CompactEncoder(CompactModel model, WordPooling pooling) {
        this.model = model;
        this.pooling = new CompactPooling(model, pooling);
        CompactVectors vectors = new CompactVectors(model);
        factors = factors(vectors);
        decodedPlace = new char[model.words()];
        Arrays.fill(decodedPlace, NOT_DECODED);
        int[] frequent = frequent(decodedWords());
        decoded = new float[frequent.length * model.dim()];
        for (int place = 0; place < frequent.length; place++) {
            vectors.addKept(frequent[place], factors[frequent[place]], decoded, place * model.dim());
            decodedPlace[frequent[place]] = (char) place;
        }
    }

    private float[] factors(CompactVectors vectors) {
        float[] found = new float[model.words()];
        float[] row = new float[model.dim()];
        for (int word = 0; word < found.length; word++) {
            Arrays.fill(row, 0);
            vectors.addKept(word, 1, row, 0);
            found[word] = pooling.factor(word, row, 1);
        }
        return found;
    }

    private int decodedWords() {
        long room = model.fileBytes() / FILE_TO_DECODED - tableBytes();
        return (int) Math.max(0, Math.min(NOT_DECODED, room / Float.BYTES / model.dim()));
    }

    private long tableBytes() {
        return (long) (Float.BYTES + Character.BYTES) * model.words();
    }

    /**
     * With a model that is open.
     *
     * @throws IllegalArgumentException if the pooling does not fit the model
     */
    public static CompactEncoder of(CompactModel model, WordPooling pooling) {
        return new CompactEncoder(model, pooling);
    }

    private int[] frequent(int most) {
        return IntStream.range(0, model.words())
                .boxed()
                .sorted(Comparator.comparingDouble(word -> -model.count(word)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Columns of a vector. */
    public int dim() {
        return model.dim();
    }

    /** The model. */
    public CompactModel model() {
        return model;
    }

    /** Bytes in memory once every page of the file was read: the file, the factors and the decoded words. */
    public long bytes() {
        return model.bytes() + (long) Float.BYTES * decoded.length + tableBytes();
    }

    /**
     * Tokens and vectors for one thread.
     *
     * @param maxTokens at most this many tokens of a text count; 0 for all
     */
    public CompactSession newSession(int maxTokens) {
        return new CompactSession(this, maxTokens);
    }

    /** Adds the share of a kept word to {@code sum}. Whether the word counts. */
    boolean addKept(int word, CompactVectors vectors, float[] sum, int at) {
        float factor = factors[word];
        if (factor == 0) {
            return false;
        }
        int place = decodedPlace[word];
        if (place == NOT_DECODED) {
            vectors.addKept(word, factor, sum, at);
        } else {
            VectorKernels.addScaled(decoded, place * model.dim(), 1, sum, at, model.dim());
        }
        return true;
    }

    /** Adds the share of a word that is not kept, made of so many rows with this sum. Whether the word counts. */
    boolean addComposed(float[] rows, int count, float[] sum, int at) {
        float factor = pooling.factor(CompactWords.NONE, rows, count);
        if (factor != 0) {
            VectorKernels.addScaled(rows, 0, factor, sum, at, model.dim());
        }
        return factor != 0;
    }

    /** What one word adds to a text's sum, under one kind of pooling. */
    private static final class CompactPooling {
        private final CompactModel model;
        private final WordPooling.Kind kind;
        private final double smoothing;
        private final WordPooling.WordCounts counts;

        CompactPooling(CompactModel model, WordPooling pooling) {
            this.model = model;
            kind = pooling.kind();
            smoothing = pooling.smoothing();
            counts = kind == WordPooling.Kind.SIF
                    ? pooling.counts().orElseGet(() -> counts(model))
                    : new WordPooling.WordCounts(new long[model.words()], 1);
            if (counts.ofWords().length != model.words()) {
                throw new IllegalArgumentException("there are counts of " + counts.ofWords().length
                        + " words; expected one for each of the model's " + model.words());
            }
        }

        private static WordPooling.WordCounts counts(CompactModel model) {
            long[] ofWords = IntStream.range(0, model.words())
                    .mapToLong(word -> (long) model.count(word))
                    .toArray();
            return new WordPooling.WordCounts(ofWords, model.tokens());
        }

        /** What the sum of a word's rows is multiplied with to be its share; 0 if it is not to count. */
        float factor(int word, float[] rows, int count) {
            float squares = VectorKernels.squaredNorm(rows, 0, model.dim());
            if (!(squares > 0)) {
                return 0;
            }
            return switch (kind) {
                case FASTTEXT, MEAN_OF_NORMALIZED -> (float) (1 / Math.sqrt(squares));
                case SIF -> (float) (weight(word) / count);
                default -> (float) (1.0 / count);
            };
        }

        private double weight(int word) {
            return word == CompactWords.NONE
                    ? 1
                    : smoothing / (smoothing + (double) counts.ofWords()[word] / counts.total());
        }
    }
}
