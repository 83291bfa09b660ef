package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import java.util.Optional;

/**
 * A shrunk model of fastText as its file holds it: nothing is unpacked, and of a file that is mapped nothing but codebooks is
 * copied. A kept word has a row of its own, its whole vector; any other word is composed of the rows of its n-grams.
 * Immutable, shared between threads. {@link CompactReader} gives one, {@link CompactVectors} its words' vectors, {@link
 * CompactSession} those of texts.
 */
public final class CompactModel {
    final CompactSettings settings;
    final CompactWords words;
    final CompactBuckets buckets;
    final CodedRows wordRows;
    final CodedRows ngramRows;
    private final long fileBytes;

    CompactModel(
            CompactSettings settings,
            CompactWords words,
            CompactBuckets buckets,
            CodedRows wordRows,
            CodedRows ngramRows,
            long fileBytes) {
        this.settings = settings;
        this.words = words;
        this.buckets = buckets;
        this.wordRows = wordRows;
        this.ngramRows = ngramRows;
        this.fileBytes = fileBytes;
    }

    /** Columns of a vector. */
    public int dim() {
        return settings.dim();
    }

    /** Number of kept words. */
    public int words() {
        return words.size();
    }

    /** Number of kept buckets of n-grams. */
    public int ngrams() {
        return buckets.size();
    }

    /** Tokens read in training. */
    public long tokens() {
        return settings.tokens();
    }

    /** Bytes of the file. */
    public long fileBytes() {
        return fileBytes;
    }

    /**
     * Bytes in memory once every page of the file was read: as many as the file has, since codebooks, which alone are copied,
     * are copied from sections of their own that are let go.
     */
    public long bytes() {
        return fileBytes;
    }

    /** All kept words in the order of their rows. */
    public byte[][] keptWords() {
        return words.words();
    }

    /** How often a kept word occurred in training, to two digits. */
    public float count(int word) {
        return words.count(word);
    }

    /** The row of the word {@code text[from, to)}, or {@link Dictionary#NONE}. */
    public int find(byte[] text, int from, int to) {
        return words.find(text, from, to);
    }

    /** The settings as {@link dev.embeam.fasttext.Subwords} wants them; what n-grams do not depend on is made up. */
    FastTextSettings subwordSettings() {
        return new FastTextSettings(
                settings.dim(),
                0,
                0,
                0,
                0,
                1,
                Loss.NEGATIVE_SAMPLING,
                ModelKind.SKIPGRAM,
                settings.bucket(),
                settings.minn(),
                settings.maxn(),
                0,
                0);
    }

    /** A dictionary that knows no word, for the same reason. */
    static Dictionary noWords() {
        return new Dictionary(new byte[0], new int[1], new long[0], 0, 0, Optional.empty());
    }
}
