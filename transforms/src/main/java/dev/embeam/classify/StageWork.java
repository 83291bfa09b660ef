package dev.embeam.classify;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What the stages of a cascade did with documents. The array belongs to the record.
 *
 * @param verdicts one a document: {@link #PASSED} where it passed the gate, {@link #POSITIVE} where the second stage gives it
 *     the positive label first, {@link #ASKED} where the second stage was asked at all
 * @param firstNanos time of the first stage over all documents
 * @param passedNanos time of the second stage over those that passed
 * @param stoppedNanos time of the second stage over the others, where it was asked about them for comparison
 */
public record StageWork(byte[] verdicts, long firstNanos, long passedNanos, long stoppedNanos) implements Serializable {
    /** The document passed the gate. */
    public static final int PASSED = 1;
    /** The second stage gives the positive label first. */
    public static final int POSITIVE = 2;
    /** The second stage was asked. */
    public static final int ASKED = 4;
    /** No cascade. */
    public static final StageWork NONE = new StageWork(new byte[0], 0, 0, 0);

    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
        return other instanceof StageWork that
                && Arrays.equals(verdicts, that.verdicts)
                && firstNanos == that.firstNanos
                && passedNanos == that.passedNanos
                && stoppedNanos == that.stoppedNanos;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(verdicts);
    }

    @Override
    public String toString() {
        return "StageWork[" + verdicts.length + " documents]";
    }
}
