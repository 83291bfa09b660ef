package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that a word is made of, each with its text: what {@code fasttext print-ngrams} prints. One thread's. */
public final class NgramVectors {
    private final Dictionary dictionary;
    private final Matrix input;
    private final Subwords subwords;

    /** Of the words of one model. */
    public NgramVectors(FastTextModel model) {
        dictionary = model.dictionary();
        input = model.input();
        subwords = new Subwords(model.settings(), dictionary);
    }

    /**
     * The word itself if it is known, and its n-grams. Those that were pruned are left out. (The tool, which leaves out their
     * vectors but not their texts, then prints vectors beside texts of others.)
     */
    public List<Ngram> of(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        List<Ngram> ngrams = new ArrayList<>();
        int entry = dictionary.findWord(bytes, 0, bytes.length, WordHash.of(bytes, 0, bytes.length));
        if (entry != Dictionary.NONE) {
            ngrams.add(new Ngram(word, input.row(entry)));
        }
        List<byte[]> texts = subwords.ngrams(bytes, 0, bytes.length);
        TokenIds buckets = new TokenIds();
        subwords.addBuckets(bytes, 0, bytes.length, buckets);
        TokenIds row = new TokenIds();
        for (int i = 0; i < buckets.size(); i++) {
            row.truncate(0);
            subwords.addBucket(buckets.get(i), row);
            if (row.size() > 0) {
                ngrams.add(new Ngram(new String(texts.get(i), StandardCharsets.UTF_8), input.row(row.get(0))));
            }
        }
        return Collections.unmodifiableList(ngrams);
    }

    /**
     * A part of a word.
     *
     * @param text with {@code <} and {@code >} at the word's ends
     * @param vector the row as it is
     */
    public record Ngram(String text, float[] vector) {}
}
