package dev.embeam.search;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TextColumn;

/**
 * Some rows of a batch that are searched together: those whose numbers are finite, the smallest shares first, so that each
 * share is the rows up to its end. Where all rows belong and stand in order they are read from the batch, otherwise copied.
 * Not thread-safe.
 */
final class RowChunk {
    private static final int NONE = -1;

    private final Shares shares;
    private final JudgedDocuments judged;
    private final boolean judgedOnly;
    private final int[] levels;
    private final int[] judgedOf;
    private final int[] batchRows;
    private final int[] chunkJudged;
    private final int[] ends;
    private final long[] seen;
    private final long[] zeroVectors;
    private final long[] notFinite;
    private float[] copy = new float[0];
    private float[] numbers = copy;
    private int at;
    private int count;

    RowChunk(SearchPlan plan, Shares shares, JudgedDocuments judged) {
        this.shares = shares;
        this.judged = judged;
        judgedOnly = plan.candidatesOnly();
        levels = new int[plan.documentChunk()];
        judgedOf = new int[plan.documentChunk()];
        batchRows = new int[plan.documentChunk()];
        chunkJudged = new int[plan.documentChunk()];
        ends = new int[shares.size()];
        seen = new long[shares.size()];
        zeroVectors = new long[shares.size()];
        notFinite = new long[shares.size()];
    }

    /** Takes the rows {@code [from, from + length)} of a batch. */
    void take(EmbeddingBatch batch, int from, int length) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            judgedOf[i] = judged.find(batch.keys().ids(), from + i);
            levels[i] = level(batch.keys().ids(), from + i, judgedOf[i]);
            if (!belongs(batch, from + i, i)) {
                levels[i] = shares.size();
            }
            kept += levels[i] < shares.size() ? 1 : 0;
        }
        if (kept == length && shares.isWhole()) {
            takeInPlace(batch, from, length);
        } else {
            takeByShare(batch, from, length);
        }
    }

    private int level(TextColumn ids, int row, int document) {
        return document != NONE && judged.isRelevant(document) ? 0 : shares.levelOf(ids, row);
    }

    /** Counts the row, and tells whether it is searched. */
    private boolean belongs(EmbeddingBatch batch, int row, int i) {
        int level = levels[i];
        if (level == shares.size()) {
            return false;
        }
        seen[level]++;
        if (judgedOnly && judgedOf[i] == NONE) {
            return false;
        }
        float squaredNorm = VectorKernels.squaredNorm(batch.vectors(), row * batch.dim(), batch.dim());
        if (squaredNorm > 0 && squaredNorm <= Float.MAX_VALUE) {
            return true;
        }
        return isFinite(batch, row, level);
    }

    /** The slow look at a vector whose squared norm is zero or no number. */
    private boolean isFinite(EmbeddingBatch batch, int row, int level) {
        boolean zero = true;
        for (int i = row * batch.dim(); i < (row + 1) * batch.dim(); i++) {
            if (!Float.isFinite(batch.vectors()[i])) {
                notFinite[level]++;
                return false;
            }
            zero &= batch.vectors()[i] == 0;
        }
        zeroVectors[level] += zero ? 1 : 0;
        return true;
    }

    private void takeInPlace(EmbeddingBatch batch, int from, int length) {
        numbers = batch.vectors();
        at = from * batch.dim();
        count = length;
        ends[0] = length;
        for (int i = 0; i < length; i++) {
            batchRows[i] = from + i;
            chunkJudged[i] = judgedOf[i];
        }
    }

    private void takeByShare(EmbeddingBatch batch, int from, int length) {
        int dim = batch.dim();
        if (copy.length < length * dim) {
            copy = new float[levels.length * dim];
        }
        numbers = copy;
        at = 0;
        count = 0;
        for (int level = 0; level < shares.size(); level++) {
            for (int i = 0; i < length; i++) {
                if (levels[i] == level) {
                    System.arraycopy(batch.vectors(), (from + i) * dim, copy, count * dim, dim);
                    chunkJudged[count] = judgedOf[i];
                    batchRows[count++] = from + i;
                }
            }
            ends[level] = count;
        }
    }

    /** Rows that are searched. */
    int count() {
        return count;
    }

    /** The array in which the rows lie end to end. */
    float[] numbers() {
        return numbers;
    }

    /** Where in it they start. */
    int at() {
        return at;
    }

    /** How many rows from the first belong to a share. */
    int end(int share) {
        return ends[share];
    }

    /** Which row of the batch a row is. */
    int batchRow(int row) {
        return batchRows[row];
    }

    /** The number among the judged documents, or -1. */
    int judgedDocument(int row) {
        return chunkJudged[row];
    }

    /** Documents met so far that belong to a share. */
    long seen(int share) {
        return upTo(share, seen);
    }

    /** Those of them that have no direction. */
    long zeroVectors(int share) {
        return upTo(share, zeroVectors);
    }

    /** Those of them that were left out. */
    long notFinite(int share) {
        return upTo(share, notFinite);
    }

    private static long upTo(int share, long[] counts) {
        long sum = 0;
        for (int level = 0; level <= share; level++) {
            sum += counts[level];
        }
        return sum;
    }
}
