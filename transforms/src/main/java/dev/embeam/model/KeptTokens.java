package dev.embeam.model;

import dev.embeam.schema.TokenBatch;
import java.util.BitSet;

/**
 * The tokens of a batch that count: without dropped ones, and at most {@code maxTokens} a text.
 *
 * @param ids the ids
 * @param offsets where each text's ids start, and after the last one where they end
 * @param truncated which texts have been cut, now or before
 */
record KeptTokens(int[] ids, int[] offsets, BitSet truncated) {
    /**
     * What is kept of a batch.
     *
     * @param dropped the id that never counts; -1 for none
     * @param maxTokens most tokens of a text; 0 for all
     */
    static KeptTokens of(TokenBatch batch, int dropped, int maxTokens) {
        if (dropped < 0 && maxTokens == 0) {
            return new KeptTokens(batch.ids(), batch.offsets(), batch.truncated());
        }
        int limit = maxTokens == 0 ? Integer.MAX_VALUE : maxTokens;
        int[] ids = new int[batch.offsets()[batch.size()]];
        int[] offsets = new int[batch.size() + 1];
        BitSet truncated = (BitSet) batch.truncated().clone();
        int size = 0;
        for (int text = 0; text < batch.size(); text++) {
            for (int i = batch.offsets()[text]; i < batch.offsets()[text + 1]; i++) {
                if (batch.ids()[i] == dropped) {
                    continue;
                }
                if (size - offsets[text] == limit) {
                    truncated.set(text);
                    break;
                }
                ids[size++] = batch.ids()[i];
            }
            offsets[text + 1] = size;
        }
        return new KeptTokens(ids, offsets, truncated);
    }

    /** Number of ids of all texts. */
    int size() {
        return offsets[offsets.length - 1];
    }

    /** Number of texts without any token. */
    long emptyTexts() {
        long empty = 0;
        for (int text = 0; text + 1 < offsets.length; text++) {
            if (offsets[text] == offsets[text + 1]) {
                empty++;
            }
        }
        return empty;
    }
}
