package dev.embeam.fasttext.document;

import dev.embeam.fasttext.WordSession;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TokenBatch;
import dev.embeam.tokenizer.TokenIds;
import java.util.BitSet;
import java.util.Optional;

/** Documents to the codes of a {@link WordSession}, cut into words first where the language asks for that. */
final class DocumentTokenizing implements Tokenizing {
    private final WordSession session;
    private final Optional<SegmentedText> segmented;
    private final TokenIds codes = new TokenIds();

    DocumentTokenizing(WordSession session, Segmenter segmenter) {
        this.session = session;
        segmented = segmenter.newAnalyser().map(SegmentedText::new);
    }

    @Override
    public TokenBatch tokenize(DocumentBatch batch) {
        TextColumn texts = batch.texts();
        int[] offsets = new int[texts.size() + 1];
        BitSet truncated = new BitSet();
        long tokens = 0;
        long unknown = 0;
        codes.truncate(0);
        for (int i = 0; i < texts.size(); i++) {
            if (append(texts.chars(), texts.offsets()[i], texts.offsets()[i + 1])) {
                truncated.set(i);
            }
            tokens += session.tokens();
            unknown += session.unknownTokens();
            offsets[i + 1] = codes.size();
        }
        EncodingCounts counts = new EncodingCounts(texts.size(), tokens, unknown, 0, truncated.cardinality());
        return new TokenBatch(batch.keys(), codes.toArray(), offsets, truncated, counts);
    }

    private boolean append(char[] chars, int from, int to) {
        if (segmented.isEmpty()) {
            return session.tokenize(chars, from, to, codes);
        }
        SegmentedText words = segmented.get();
        words.set(chars, from, to);
        return session.tokenize(words.chars(), 0, words.length(), codes);
    }
}
