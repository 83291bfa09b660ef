package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns texts into vectors with a model of fastText. Immutable, shared between threads; a {@link FastTextSession} is one thread's.
 *
 * <p>What a known word adds to a text is composed once, at loading, so that such a word costs one look-up and the addition of
 * one row. The result is the same to the bit as composing it each time, which is done for unknown words, and for all words of
 * quantised models, whose composed words would take more memory than the model.
 */
public final class FastTextEncoder {
    final FastTextSettings settings;
    final Dictionary dictionary;
    /** Rows of n-grams; those of words are as read only where nothing was composed or {@link #composed} is another table. */
    final Matrix input;

    final Optional<FloatTable> composed;
    final WordShare share;
    final boolean ofLines;
    private final BitSet silent;

    private FastTextEncoder(FastTextModel model, WordShare share, Optional<FloatTable> composed, WordPooling pooling) {
        settings = model.settings();
        dictionary = model.dictionary();
        boolean ofWordsAlone = composed.isPresent() && settings.bucket() == 0;
        input = ofWordsAlone ? new DenseMatrix(composed.get()) : model.input();
        this.composed = composed;
        this.share = share;
        ofLines = ofLines(settings, pooling);
        silent = silent(composed, dictionary.words());
    }

    private static BitSet silent(Optional<FloatTable> composed, int words) {
        BitSet silent = new BitSet();
        composed.ifPresent(
                table -> IntStream.range(0, words).filter(table::isZero).forEach(silent::set));
        return silent;
    }

    /**
     * Reads a {@code .bin} or {@code .ftz} file without its output matrix, or a {@code .vec} file. Composed words take the place
     * of their own rows, so that no memory is needed beside that of the input matrix.
     *
     * @throws dev.embeam.schema.CorruptDataException if the file is damaged or of another kind
     * @throws IllegalArgumentException if the pooling does not fit the model
     */
    public static FastTextEncoder read(SeekableByteChannel channel, String name, WordPooling pooling) {
        if (VecReader.looksLikeVectors(channel, name)) {
            return of(VecReader.read(channel, name), pooling);
        }
        FastTextModel model = FastTextReader.readWithoutOutput(channel, name);
        Optional<FloatTable> composed = ofLines(model.settings(), pooling) ? Optional.empty() : table(model.input());
        WordShare share = new WordShare(pooling, model.dictionary());
        composed.ifPresent(table -> Composition.inPlace(model, table, share));
        return new FastTextEncoder(model, share, composed, pooling);
    }

    /** With a model that is in memory already, and stays as it is: composed words take memory of their own. */
    public static FastTextEncoder of(FastTextModel model, WordPooling pooling) {
        boolean composes = !ofLines(model.settings(), pooling)
                && !model.isQuantized()
                && model.dictionary().words() > 0;
        WordShare share = new WordShare(pooling, model.dictionary());
        Optional<FloatTable> composed = composes ? Optional.of(Composition.of(model, share)) : Optional.empty();
        return new FastTextEncoder(model, share, composed, pooling);
    }

    private static boolean ofLines(FastTextSettings settings, WordPooling pooling) {
        return settings.kind() == ModelKind.SUPERVISED && pooling.kind() == WordPooling.Kind.FASTTEXT;
    }

    private static Optional<FloatTable> table(Matrix input) {
        return input instanceof DenseMatrix dense ? Optional.of(dense.table()) : Optional.empty();
    }

    /** Columns of a vector. */
    public int dim() {
        return settings.dim();
    }

    /** The words and labels of the model. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Rows of the input matrix: words and buckets. */
    public int rows() {
        return input.rows();
    }

    /** Whether the rows are codes of a quantiser. */
    public boolean isQuantized() {
        return input instanceof QuantizedMatrix;
    }

    /** How the model was trained. */
    public FastTextSettings settings() {
        return settings;
    }

    /** Bytes in memory. */
    public long bytes() {
        long ofComposed = composed.isPresent() && !composed.equals(table(input))
                ? composed.get().bytes()
                : 0;
        return input.bytes() + ofComposed + dictionary.memory();
    }

    /**
     * Tokens and vectors for one thread.
     *
     * @param maxTokens at most this many tokens of a text count; 0 for all
     */
    public FastTextSession newSession(int maxTokens) {
        return new FastTextSession(this, maxTokens);
    }

    /** Whether the shares of known words were composed at loading. */
    boolean isComposed() {
        return composed.isPresent();
    }

    /** Number of words with a composed share. */
    int composedWords() {
        return composed.isPresent() ? dictionary.words() : 0;
    }

    /** Whether a composed word does not count: its vector is zero. */
    boolean isSilent(int word) {
        return silent.get(word);
    }

    /** Adds the composed shares of {@code words[from, to)}. */
    void addKnown(int[] words, int from, int to, float[] sum, int at) {
        if (composed.isPresent()) {
            composed.get().addRows(words, from, to, sum, at);
        }
    }
}
