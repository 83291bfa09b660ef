package dev.embeam.fasttext.document;

import dev.embeam.compress.CompactEncoder;
import dev.embeam.fasttext.WordSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of a compact file. */
record CompactWordModel(CompactEncoder encoder) implements WordModel {
    @Override
    public int dim() {
        return encoder.dim();
    }

    @Override
    public int rows() {
        return Math.addExact(encoder.model().words(), encoder.model().ngrams());
    }

    @Override
    public int words() {
        return encoder.model().words();
    }

    /** All at once, as the words of a compact file can be told only one after the other. */
    @Override
    public List<byte[]> wordBytes() {
        return List.of(encoder.model().keptWords());
    }

    /** N-grams have numbers of their own. */
    @Override
    public int wordRows() {
        return 0;
    }

    @Override
    public long bytes() {
        return encoder.bytes();
    }

    @Override
    public String table() {
        return "compact";
    }

    @Override
    public boolean isOfLines() {
        return false;
    }

    @Override
    public WordSession newSession(int maxTokens) {
        return encoder.newSession(maxTokens);
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("words", DocumentCard.number(words()));
        details.put("tokens of training", DocumentCard.number(encoder.model().tokens()));
        details.put(
                "kept buckets of n-grams", DocumentCard.number(encoder.model().ngrams()));
        return details;
    }
}
