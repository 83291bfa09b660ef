package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/**
 * The rows of the input matrix that make up a word: its own, and those of its character n-grams. One thread's; holds scratch
 * only.
 *
 * <p>N-grams are taken from {@code <word>}, begin and end with whole UTF-8 characters, come in the order of their start and
 * then of their length, and count as often as they occur. Bytes that only continue a character belong to the character
 * before them, be that invalid or not. {@code <} and {@code >} alone are no n-grams, and the end of a line has none.
 */
public final class Subwords {
    private final FastTextSettings settings;
    private final Dictionary dictionary;
    private final TokenIds buckets = new TokenIds();
    private byte[] word = new byte[64];

    /** Of the words of one model. */
    public Subwords(FastTextSettings settings, Dictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
    }

    /** Appends the rows of {@code text[from, to)}, which is entry {@code entry} or, with {@link Dictionary#NONE}, unknown. */
    public void addRows(byte[] text, int from, int to, int entry, TokenIds rows) {
        if (entry != Dictionary.NONE) {
            rows.add(entry);
        }
        addNgrams(text, from, to, rows);
    }

    /** Appends the rows of the character n-grams of {@code text[from, to)}, without those that were pruned. */
    public void addNgrams(byte[] text, int from, int to, TokenIds rows) {
        buckets.truncate(0);
        addBuckets(text, from, to, buckets);
        for (int i = 0; i < buckets.size(); i++) {
            addBucket(buckets.get(i), rows);
        }
    }

    /** Appends the row of a bucket, unless it was pruned. */
    public void addBucket(int bucket, TokenIds rows) {
        int number = bucket;
        if (dictionary.pruned().isPresent()) {
            number = dictionary.pruned().get().find(bucket);
        }
        if (number != PrunedBuckets.DROPPED) {
            rows.add(dictionary.words() + number);
        }
    }

    /** Appends the buckets of the character n-grams of {@code text[from, to)}, pruned or not. */
    public void addBuckets(byte[] text, int from, int to, TokenIds out) {
        forEach(text, from, to, (unused, start, end, bucket) -> out.add(bucket));
    }

    /** Shows every n-gram of {@code text[from, to)} to a visitor, pruned or not. */
    void forEach(byte[] text, int from, int to, Visitor visitor) {
        if (!settings.hasSubwords() || Dictionary.isEndOfLine(text, from, to)) {
            return;
        }
        int length = bracket(text, from, to);
        for (int start = 0; start < length; start++) {
            if (!continues(word[start])) {
                visitFrom(start, length, visitor);
            }
        }
    }

    private int bracket(byte[] text, int from, int to) {
        int length = to - from + 2;
        if (word.length < length) {
            word = Arrays.copyOf(word, Math.max(length, 2 * word.length));
        }
        word[0] = '<';
        System.arraycopy(text, from, word, 1, to - from);
        word[length - 1] = '>';
        return length;
    }

    private void visitFrom(int start, int length, Visitor visitor) {
        int hash = WordHash.START;
        int end = start;
        for (int characters = 1; characters <= settings.maxn() && end < length; characters++) {
            hash = WordHash.add(hash, word[end++]);
            while (end < length && continues(word[end])) {
                hash = WordHash.add(hash, word[end++]);
            }
            boolean bracketAlone = characters == 1 && (start == 0 || end == length);
            if (characters >= settings.minn() && !bracketAlone) {
                visitor.visit(word, start, end, Integer.remainderUnsigned(hash, settings.bucket()));
            }
        }
    }

    private static boolean continues(byte unit) {
        return (unit & 0xC0) == 0x80;
    }

    /** Sees n-grams. */
    @FunctionalInterface
    interface Visitor {
        /** Sees the n-gram {@code text[from, to)}. */
        void visit(byte[] text, int from, int to, int bucket);
    }
}
