package dev.embeam.fasttext.document;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextEncoder;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fasttext.PrunedBuckets;
import dev.embeam.fasttext.WordSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of a file that the fasttext tool writes. */
record FastTextWords(FastTextEncoder encoder) implements WordModel {
    @Override
    public int dim() {
        return encoder.dim();
    }

    @Override
    public int rows() {
        return encoder.rows();
    }

    @Override
    public int words() {
        return encoder.dictionary().words();
    }

    @Override
    public List<byte[]> wordBytes() {
        return IntStream.range(0, words()).mapToObj(encoder.dictionary()::bytes).toList();
    }

    @Override
    public int wordRows() {
        return words();
    }

    @Override
    public long bytes() {
        return encoder.bytes();
    }

    @Override
    public String table() {
        return encoder.isQuantized() ? "product-quantised" : "float32";
    }

    @Override
    public boolean isOfLines() {
        return encoder.settings().kind() == ModelKind.SUPERVISED;
    }

    @Override
    public WordSession newSession(int maxTokens) {
        return encoder.newSession(maxTokens);
    }

    @Override
    public Map<String, String> details() {
        FastTextSettings trained = encoder.settings();
        Dictionary dictionary = encoder.dictionary();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("trained as", DocumentCard.label(trained.kind()) + ", loss " + DocumentCard.label(trained.loss()));
        details.put("words", DocumentCard.number(dictionary.words()));
        details.put("labels", DocumentCard.number(dictionary.labels()));
        details.put("tokens of training", DocumentCard.number(dictionary.tokens()));
        details.put("buckets of n-grams", buckets(trained, dictionary));
        details.put("characters of n-grams", ngrams(trained));
        details.put("words of n-grams", Integer.toString(trained.wordNgrams()));
        details.put("quantised", encoder.isQuantized() ? "yes" : "no");
        return details;
    }

    private static String buckets(FastTextSettings trained, Dictionary dictionary) {
        return DocumentCard.number(trained.bucket())
                + dictionary
                        .pruned()
                        .map(PrunedBuckets::size)
                        .map(kept -> ", of which " + DocumentCard.number(kept) + " are kept")
                        .orElse("");
    }

    private static String ngrams(FastTextSettings trained) {
        return trained.hasSubwords() ? trained.minn() + " to " + trained.maxn() : "none";
    }
}
