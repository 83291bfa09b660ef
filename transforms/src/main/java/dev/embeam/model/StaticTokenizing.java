package dev.embeam.model;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TokenBatch;
import dev.embeam.tokenizer.TokenIds;
import dev.embeam.tokenizer.Tokenizer;
import dev.embeam.tokenizer.TokenizerSession;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The tokenizer of a static model with its prompt and its limit of characters. Gives all token ids of every text: which of
 * them count is decided when they are encoded.
 */
final class StaticTokenizing implements Tokenizing {
    private final TokenizerSession session;
    private final int unknownId;
    private final TextLimit limit;
    private final int promptLength;
    private final TokenIds ids = new TokenIds();
    private char[] prompted;

    StaticTokenizing(Tokenizer tokenizer, String prompt, TextLimit limit) {
        this.session = tokenizer.newSession();
        this.unknownId = tokenizer.unknownId().orElse(-1);
        this.limit = limit;
        this.promptLength = prompt.length();
        this.prompted = Arrays.copyOf(prompt.toCharArray(), promptLength + 1024);
    }

    @Override
    public TokenBatch tokenize(DocumentBatch batch) {
        TextColumn texts = batch.texts();
        int[] offsets = new int[texts.size() + 1];
        BitSet truncated = new BitSet();
        ids.truncate(0);
        for (int i = 0; i < texts.size(); i++) {
            if (append(texts.chars(), texts.offsets()[i], texts.offsets()[i + 1])) {
                truncated.set(i);
            }
            offsets[i + 1] = ids.size();
        }
        int[] tokens = ids.toArray();
        return new TokenBatch(batch.keys(), tokens, offsets, truncated, counts(tokens, texts.size(), truncated));
    }

    /** Appends the ids of one text; tells whether it was cut. */
    private boolean append(char[] chars, int from, int to) {
        if (promptLength > 0) {
            prepend(chars, from, to);
            return appendLimited(prompted, 0, promptLength + to - from);
        }
        return appendLimited(chars, from, to);
    }

    private boolean appendLimited(char[] chars, int from, int to) {
        int end = limit.end(chars, from, to);
        return session.encode(chars, from, end, ids) | end < to;
    }

    private void prepend(char[] chars, int from, int to) {
        int needed = Math.addExact(promptLength, to - from);
        if (needed > prompted.length) {
            prompted = Arrays.copyOf(prompted, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
        }
        System.arraycopy(chars, from, prompted, promptLength, to - from);
    }

    private EncodingCounts counts(int[] tokens, int documents, BitSet truncated) {
        long unknown = 0;
        for (int token : tokens) {
            if (token == unknownId) {
                unknown++;
            }
        }
        return new EncodingCounts(documents, tokens.length, unknown, 0, truncated.cardinality());
    }
}
