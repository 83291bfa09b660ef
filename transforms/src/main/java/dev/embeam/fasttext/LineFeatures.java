package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;

/**
 * What a classifier sees of a line: the rows of the input matrix, and the labels that stood in it. Rows come in this order:
 * for every word its own (if known) and those of its character n-grams, then those of word n-grams, for every first word the
 * shorter ones first. Labels take no part in n-grams. One thread's.
 */
public final class LineFeatures {
    private static final long FACTOR = 116_049_371;

    private final FastTextSettings settings;
    private final Dictionary dictionary;
    private final Subwords subwords;
    private final TokenIds rows = new TokenIds();
    private final TokenIds labels = new TokenIds();
    private final TokenIds hashes = new TokenIds();
    private int unknownWords;
    private boolean ended;

    /** Of the lines that one model reads. */
    public LineFeatures(FastTextModel model) {
        this(model.settings(), model.dictionary());
    }

    LineFeatures(FastTextSettings settings, Dictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
        subwords = new Subwords(settings, dictionary);
    }

    /**
     * Reads the tokens up to the end of the line, which a typed {@code </s>} is too.
     *
     * @return whether there was any token
     */
    public boolean read(StreamTokens tokens) {
        clear();
        boolean any = false;
        while (!ended && tokens.next()) {
            any = true;
            add(tokens);
            ended = tokens.endsLine();
        }
        addWordNgrams();
        return any;
    }

    private void clear() {
        rows.truncate(0);
        labels.truncate(0);
        hashes.truncate(0);
        unknownWords = 0;
        ended = false;
    }

    private void add(StreamTokens token) {
        int entry = dictionary.find(token.bytes(), token.from(), token.to(), token.hash());
        if (entry >= dictionary.words()) {
            labels.add(entry - dictionary.words());
        } else if (entry != Dictionary.NONE) {
            subwords.addRows(token.bytes(), token.from(), token.to(), entry, rows);
            hashes.add(token.hash());
        } else if (!Dictionary.looksLikeLabel(token.bytes(), token.from(), token.to())) {
            subwords.addNgrams(token.bytes(), token.from(), token.to(), rows);
            hashes.add(token.hash());
            unknownWords++;
        }
    }

    private void addWordNgrams() {
        if (settings.bucket() == 0) {
            return;
        }
        int more = Math.max(settings.wordNgrams(), 1) - 1;
        for (int first = 0; first < hashes.size(); first++) {
            long hash = hashes.get(first);
            int last = (int) Math.min(hashes.size() - 1L, (long) first + more);
            for (int next = first + 1; next <= last; next++) {
                hash = hash * FACTOR + hashes.get(next);
                subwords.addBucket(bucket(hash), rows);
            }
        }
    }

    /** The hash as an unsigned number modulo the buckets; {@link Long#remainderUnsigned} makes objects for half of them. */
    private int bucket(long hash) {
        int buckets = settings.bucket();
        long quotient = ((hash >>> 1) / buckets) << 1;
        long rest = hash - quotient * buckets;
        return (int) (rest < buckets ? rest : rest - buckets);
    }

    /** The rows of the line, the list itself: it changes with the next line. */
    public TokenIds rows() {
        return rows;
    }

    /** The known labels of the line, by their number from 0, the list itself. */
    public TokenIds labels() {
        return labels;
    }

    /** Words of the line, the end of the line included. */
    public int words() {
        return hashes.size();
    }

    /** Words that the dictionary does not have. */
    public int unknownWords() {
        return unknownWords;
    }

    /** Whether the line ended, and not just the text. */
    public boolean ended() {
        return ended;
    }
}
