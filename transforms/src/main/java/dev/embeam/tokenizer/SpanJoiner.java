package dev.embeam.tokenizer;

/**
 * Makes pieces of the spans of a text, which come in order, without gaps, each a match of the pattern or not. One span may
 * wait for its neighbour. Lives for one call of a pre-tokenizer.
 */
final class SpanJoiner {
    private final Pieces in;
    private final Pieces out;
    private final SplitBehavior behavior;
    private final boolean invert;
    /** From a place in the text of {@link #in} to that of {@link #out}. */
    private int shift;
    /** The span that waits, in places of {@link #in}; none when {@code waitingStart} is negative. */
    private int waitingStart = -1;

    private int waitingEnd;
    private boolean waitingMatch;

    /** {@code invert} makes matches of what is none and the other way round. */
    SpanJoiner(Pieces in, Pieces out, SplitBehavior behavior, boolean invert) {
        this.in = in;
        this.out = out;
        this.behavior = behavior;
        this.invert = invert;
    }

    /** Copies the text of a piece; its spans follow. */
    void begin(int piece) {
        shift = out.text.length - in.start(piece);
        out.text.append(in.text.array, in.start(piece), in.end(piece));
        waitingStart = -1;
    }

    /** The next span of the piece. An empty one makes no piece but keeps its neighbours apart. */
    void add(int start, int end, boolean matched) {
        boolean match = matched != invert;
        if (waitingStart >= 0 && joins(match)) {
            waitingEnd = end;
            waitingMatch = match;
            if (behavior != SplitBehavior.CONTIGUOUS) {
                flush();
            }
            return;
        }
        flush();
        if (!(match && behavior == SplitBehavior.REMOVED)) {
            waitingStart = start;
            waitingEnd = end;
            waitingMatch = match;
        }
    }

    private boolean joins(boolean match) {
        return switch (behavior) {
            case REMOVED, ISOLATED -> false;
            case MERGED_WITH_PREVIOUS -> match && !waitingMatch;
            case MERGED_WITH_NEXT -> !match && waitingMatch;
            case CONTIGUOUS -> match == waitingMatch;
        };
    }

    private void flush() {
        if (waitingStart >= 0) {
            out.add(waitingStart + shift, waitingEnd + shift);
            waitingStart = -1;
        }
    }

    /** Ends the piece. */
    void end() {
        flush();
    }

    /** Ends the last piece and tells the pieces made whether the first of them starts the document. */
    void finish() {
        out.firstStartsText = in.firstStartsText && in.count() > 0 && out.count() > 0 && out.start(0) == 0;
    }
}
