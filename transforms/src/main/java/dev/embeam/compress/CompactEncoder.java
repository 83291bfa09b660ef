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
 * <p>The words that occurred most often in training are decoded once, as many as fit into a sixteenth of the file's size: most
 * tokens of a text are among them. All other rows are decoded when they are added, which gives the same bits.
 */
public final class CompactEncoder {
    /** Share of the file's size that decoded words may take. */
    private static final int FILE_TO_DECODED = 16;
    /** What says that a word is not decoded; more words than this are never decoded. */
    private static final char NOT_DECODED = 0xFFFF;

    final CompactModel model;
    private final CompactPooling pooling;
    private final char[] decodedPlace;
    private final float[] decoded;

    private CompactEncoder(CompactModel model, WordPooling pooling) {
        this.model = model;
        this.pooling = new CompactPooling(model, pooling);
        decodedPlace = new char[model.words()];
        Arrays.fill(decodedPlace, NOT_DECODED);
        long room = model.fileBytes() / FILE_TO_DECODED / Float.BYTES / model.dim();
        int[] frequent = frequent((int) Math.min(room, NOT_DECODED));
        decoded = new float[frequent.length * model.dim()];
        CompactVectors vectors = new CompactVectors(model);
        int kept = 0;
        for (int word : frequent) {
            vectors.writeKept(word, decoded, kept * model.dim());
            if (this.pooling.makeShare(word, decoded, kept * model.dim())) {
                decodedPlace[word] = (char) kept++;
            }
        }
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

    /** Bytes in memory once every page of the file was read: the file and the decoded words. */
    public long bytes() {
        return model.bytes() + (long) Float.BYTES * decoded.length + (long) Character.BYTES * decodedPlace.length;
    }

    /**
     * Tokens and vectors for one thread.
     *
     * @param maxTokens at most this many tokens of a text count; 0 for all
     */
    public CompactSession newSession(int maxTokens) {
        return new CompactSession(this, maxTokens);
    }

    /** Adds the share of a kept word to {@code sum}; {@code share} is scratch. Whether the word counts. */
    boolean addKept(int word, CompactVectors vectors, float[] share, float[] sum, int at) {
        int place = decodedPlace[word];
        if (place != NOT_DECODED) {
            add(decoded, place * model.dim(), sum, at);
            return true;
        }
        vectors.writeKept(word, share, 0);
        return addShare(word, share, sum, at);
    }

    /** Adds the share of a word with this vector, which becomes the share. Whether the word counts. */
    boolean addShare(int word, float[] vector, float[] sum, int at) {
        boolean counts = pooling.makeShare(word, vector, 0);
        if (counts) {
            add(vector, 0, sum, at);
        }
        return counts;
    }

    private void add(float[] share, int from, float[] sum, int at) {
        int dim = model.dim();
        for (int j = 0; j < dim; j++) {
            sum[at + j] += share[from + j];
        }
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

        /** Makes a word's share of its vector; false if it is not to count. */
        boolean makeShare(int word, float[] vector, int at) {
            float squares = VectorKernels.squaredNorm(vector, at, model.dim());
            if (!(squares > 0)) {
                return false;
            }
            if (kind == WordPooling.Kind.FASTTEXT || kind == WordPooling.Kind.MEAN_OF_NORMALIZED) {
                VectorKernels.scale(vector, at, model.dim(), (float) (1 / Math.sqrt(squares)));
            } else if (kind == WordPooling.Kind.SIF && word != CompactWords.NONE) {
                double frequency = (double) counts.ofWords()[word] / counts.total();
                VectorKernels.scale(vector, at, model.dim(), (float) (smoothing / (smoothing + frequency)));
            }
            return true;
        }
    }
}
