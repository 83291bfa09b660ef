package dev.embeam.collection;

/** One record a row of CSV: a newline between quotes does not end it. A quote opens only where a field starts. */
final class QuotedFraming implements Framing {
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** After a quote in a quoted field: either its end, or the first of two that stand for one. */
        QUOTE_IN_QUOTED
    }

    private final byte delimiter;
    private State state = State.FIELD_START;
    private int newlines;

    QuotedFraming(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (state == State.QUOTED) {
                if (value == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else if (value == '\n') {
                    newlines++;
                }
            } else if (value == '\n') {
                return i;
            } else {
                state = afterUnquoted(value);
            }
        }
        return -1;
    }

    @Override
    public int innerNewlines() {
        return newlines;
    }

    @Override
    public void reset() {
        state = State.FIELD_START;
        newlines = 0;
    }

    private State afterUnquoted(byte value) {
        if (value == delimiter) {
            return State.FIELD_START;
        }
        return value == '"' && state != State.PLAIN ? State.QUOTED : State.PLAIN;
    }
}
