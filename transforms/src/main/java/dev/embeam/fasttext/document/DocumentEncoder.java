package dev.embeam.fasttext.document;

import dev.embeam.collection.FileAccess;
import dev.embeam.compress.CompactEncoder;
import dev.embeam.compress.CompactReader;
import dev.embeam.fasttext.FastTextEncoder;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fasttext.WordSession;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.ModelCard;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import dev.embeam.model.TextEncoder;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A model of fastText, as the tool keeps it or compact: the vector of a document is what the fasttext tool prints as that of a sentence, to the bit, or
 * another mean of its words' vectors. Tokens are words; a document is one line, which ends in LF where the model is a
 * classifier (so that {@code </s>} counts) and has no end otherwise. Half a surrogate pair stands for U+FFFD.
 *
 * <p>The limit of tokens acts when a text is cut into words, so a tokenisation serves that limit alone. Narrower vectors are
 * the leading columns of wide ones: the columns of fastText's vectors are in no order of importance, so expect more loss than
 * from models trained to be cut. Vectors have length one only where that is asked for.
 */
public final class DocumentEncoder implements TextEncoder {
    private final WordModel words;
    private final Segmenter segmenter;
    private final boolean normalized;
    private final ModelCard card;

    private DocumentEncoder(WordModel words, Segmenter segmenter, boolean normalized, ModelCard card) {
        this.words = words;
        this.segmenter = segmenter;
        this.normalized = normalized;
        this.card = card;
    }

    /** Whether a path is that of a model of fastText: by the end of its name: {@code .bin}, {@code .ftz}, {@code .vec}, {@code .ecf}. */
    public static boolean reads(String path) {
        return path.toLowerCase(Locale.ROOT).matches(".*\\.(bin|ftz|vec|ecf)");
    }

    /**
     * Reads a model.
     *
     * @param files the file system
     * @param path of the model
     * @param settings those that every encoder has: columns, limit of tokens, length
     * @throws dev.embeam.schema.CorruptDataException if the file is damaged or of another kind
     * @throws IllegalArgumentException if the settings do not fit the model
     */
    public static DocumentEncoder read(
            FileAccess files, String path, ModelSettings settings, DocumentSettings documents) {
        settings.requireNoneOfFolders(path);
        try {
            return open(files, path, settings, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static DocumentEncoder open(
            FileAccess files, String path, ModelSettings settings, DocumentSettings documents) throws IOException {
        Optional<WordCountsFile> counts = counts(files, documents);
        WordPooling pooling =
                new WordPooling(documents.pooling(), documents.smoothing(), counts.map(WordCountsFile::counts));
        WordModel words;
        long fileBytes;
        try (SeekableByteChannel channel = openFile(files, path)) {
            fileBytes = channel.size();
            words = words(channel, path, pooling);
        }
        counts.ifPresent(file -> file.check(words.wordBytes(), path));
        boolean normalized = settings.normalization() == Normalization.ON;
        DocumentCard card = new DocumentCard(path, fileBytes, words, settings, documents);
        return new DocumentEncoder(words, documents.segmenter(), normalized, card.card(files));
    }

    private static WordModel words(SeekableByteChannel channel, String path, WordPooling pooling) {
        return isCompact(path)
                ? new CompactWordModel(CompactEncoder.of(CompactReader.read(channel, path), pooling))
                : new FastTextWords(FastTextEncoder.read(channel, path, pooling));
    }

    private static boolean isCompact(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".ecf");
    }

    private static SeekableByteChannel openFile(FileAccess files, String path) throws IOException {
        try {
            return files.open(path);
        } catch (FileNotFoundException | NoSuchFileException missing) {
            throw new CorruptDataException(path, "", "no such file", "a file that is there", missing);
        }
    }

    private static Optional<WordCountsFile> counts(FileAccess files, DocumentSettings documents) throws IOException {
        if (documents.frequencies().equals(DocumentSettings.OF_MODEL)) {
            return Optional.empty();
        }
        if (documents.frequencies().equals(DocumentSettings.OF_COLLECTION)) {
            throw new IllegalArgumentException("sifFrequencies is " + DocumentSettings.OF_COLLECTION
                    + ", but there is no collection here to count; expected " + DocumentSettings.OF_MODEL
                    + ", or the word-counts.tsv that encode --sifFrequencies=collection has written");
        }
        try (InputStream in = Channels.newInputStream(openFile(files, documents.frequencies()))) {
            return Optional.of(WordCountsFile.read(in, documents.frequencies()));
        }
    }

    @Override
    public int dim() {
        return card.dim();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /**
     * How often the words of the model occur in a batch, by their numbers, and under -1 the number of all tokens. The batch
     * must be tokenised with another pooling than that of a classifier's lines.
     */
    public Map<Integer, Long> tally(TokenBatch batch) {
        return WordTally.of(batch, words.wordRows());
    }

    /** Writes the sum of tallies of this model as a {@link WordCountsFile}. The caller closes the stream. */
    public void write(Map<Integer, Long> tally, OutputStream out) throws IOException {
        WordCountsFile.write(words.wordBytes(), WordTally.counts(tally, words.words()), out);
    }

    @Override
    public Tokenizing newTokenizing(int maxTokens) {
        return new DocumentTokenizing(words.newSession(maxTokens), segmenter);
    }

    @Override
    public boolean tokenizesAlike(int maxTokens, int other) {
        return maxTokens == other;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The limit of tokens must be that of the tokenisation, which has cut the texts already.
     */
    @Override
    public EmbeddingBatch encode(TokenBatch batch, int maxTokens) {
        int dim = card.dim();
        int width = words.dim();
        float[] vectors = new float[Math.multiplyExact(batch.size(), dim)];
        float[] whole = dim < width ? new float[width] : vectors;
        WordSession session = words.newSession(maxTokens);
        long empty = 0;
        for (int text = 0; text < batch.size(); text++) {
            int from = batch.offsets()[text];
            int to = batch.offsets()[text + 1];
            empty += from == to ? 1 : 0;
            session.encode(batch.ids(), from, to, whole, dim < width ? 0 : text * dim);
            if (dim < width) {
                System.arraycopy(whole, 0, vectors, text * dim, dim);
            }
            if (normalized) {
                VectorKernels.normalize(vectors, text * dim, dim);
            }
        }
        return new EmbeddingBatch(batch.keys(), dim, vectors, counts(batch, empty));
    }

    private static EncodingCounts counts(TokenBatch batch, long empty) {
        EncodingCounts before = batch.counts();
        return new EncodingCounts(
                before.documents(),
                before.tokens(),
                before.unknownTokens(),
                empty,
                batch.truncated().cardinality());
    }
}
