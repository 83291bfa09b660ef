package dev.embeam.schema;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The token ids of a batch of documents, end to end: those of document {@code i} are {@code ids[offsets[i]] ..
 * ids[offsets[i + 1]]}, end exclusive. One tokenisation serves every model, width and length that shares the tokenizer, so
 * nothing has been dropped or cut for a model yet, except what the tokenizer's own file says.
 *
 * <p>The arrays belong to the record, as in {@link TextColumn}.
 *
 * @param keys ids, origins and kept fields
 * @param ids token ids of all documents; may be longer than {@code offsets[size()]}
 * @param offsets one entry more than documents, from 0, never falling
 * @param truncated which documents have been cut already, so that a document cut again later counts once
 * @param counts what was met while tokenizing
 */
public record TokenBatch(DocumentKeys keys, int[] ids, int[] offsets, BitSet truncated, EncodingCounts counts) {
    /** Checks the shape. */
    public TokenBatch {
        if (offsets.length != keys.size() + 1) {
            throw new IllegalArgumentException(
                    "there are " + keys.size() + " documents, but " + offsets.length + " offsets; expected one more");
        }
    }

    /** Number of documents. */
    public int size() {
        return offsets.length - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenBatch that
                && keys.equals(that.keys)
                && truncated.equals(that.truncated)
                && counts.equals(that.counts)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(ids, 0, offsets[size()], that.ids, 0, that.offsets[that.size()]);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return "TokenBatch[" + size() + " documents, " + offsets[size()] + " tokens]";
    }
}
