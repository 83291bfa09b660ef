package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    /** Where the n-grams of the last word begin and end. */
    private final TokenIds spans = new TokenIds();

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
        int first = rows.size();
        addBuckets(text, from, to, rows);
        int kept = first;
        for (int i = first; i < rows.size(); i++) {
            int number = number(rows.get(i));
            if (number != PrunedBuckets.DROPPED) {
                rows.set(kept++, dictionary.words() + number);
            }
        }
        rows.truncate(kept);
    }

    /** Appends the row of a bucket, unless it was pruned. */
    public void addBucket(int bucket, TokenIds rows) {
        int number = number(bucket);
        if (number != PrunedBuckets.DROPPED) {
            rows.add(dictionary.words() + number);
        }
    }

    private int number(int bucket) {
        return dictionary.pruned().isPresent() ? dictionary.pruned().get().find(bucket) : bucket;
    }

    /** Appends the buckets of the character n-grams of {@code text[from, to)}, pruned or not. */
    public void addBuckets(byte[] text, int from, int to, TokenIds out) {
        spans.truncate(0);
        int length = bracket(text, from, to);
        for (int start = 0; start < length; start++) {
            if (!continues(word[start])) {
                addFrom(start, length, out);
            }
        }
    }

    /** The length of the word in brackets; 0 if it has no n-grams. */
    private int bracket(byte[] text, int from, int to) {
        if (!settings.hasSubwords() || Dictionary.isEndOfLine(text, from, to)) {
            return 0;
        }
        int length = to - from + 2;
        if (word.length < length) {
            word = Arrays.copyOf(word, Math.max(length, 2 * word.length));
        }
        word[0] = '<';
        System.arraycopy(text, from, word, 1, to - from);
        word[length - 1] = '>';
        return length;
    }

    private void addFrom(int start, int length, TokenIds out) {
        int hash = WordHash.START;
        int end = start;
        for (int characters = 1; characters <= settings.maxn() && end < length; characters++) {
            hash = WordHash.add(hash, word[end++]);
            while (end < length && continues(word[end])) {
                hash = WordHash.add(hash, word[end++]);
            }
            boolean bracketAlone = characters == 1 && (start == 0 || end == length);
            if (characters >= settings.minn() && !bracketAlone) {
                out.add(Integer.remainderUnsigned(hash, settings.bucket()));
                spans.add(start);
                spans.add(end);
            }
        }
    }

    /** The texts of the n-grams of {@code text[from, to)}, in the order of {@link #addBuckets}. */
    List<byte[]> ngrams(byte[] text, int from, int to) {
        addBuckets(text, from, to, new TokenIds());
        List<byte[]> ngrams = new ArrayList<>();
        for (int i = 0; i < spans.size(); i += 2) {
            ngrams.add(Arrays.copyOfRange(word, spans.get(i), spans.get(i + 1)));
        }
        return ngrams;
    }

    private static boolean continues(byte unit) {
        return (unit & 0xC0) == 0x80;
    }
}
