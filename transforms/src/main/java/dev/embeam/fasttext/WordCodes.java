package dev.embeam.fasttext;

import dev.embeam.tokenizer.TokenIds;

/** How the codes of {@link WordSession} are written, and checked when they are read. */
public final class WordCodes {
    private WordCodes() {}

    /** Begins a word to be composed, whose rows are appended next; gives the place of its header. */
    public static int begin(TokenIds codes) {
        codes.add(0);
        return codes.size() - 1;
    }

    /** Ends the word that begins at {@code header}; one without rows has no code. */
    public static void end(int header, TokenIds codes) {
        int rows = codes.size() - header - 1;
        if (rows == 0) {
            codes.truncate(header);
        } else {
            codes.set(header, -(rows + 1));
        }
    }

    /**
     * Where the rows of the word that begins at {@code header} end.
     *
     * @param to end of the text's codes
     * @param rows of the model
     * @throws IllegalArgumentException if the codes are not of this model
     */
    public static int endOfRows(int[] codes, int header, int to, int rows) {
        long end = header - (long) codes[header];
        if (end > to) {
            throw new IllegalArgumentException(
                    "code " + codes[header] + " announces more rows than the text has codes: " + (to - header - 1));
        }
        check(codes, header + 1, (int) end, rows);
        return (int) end;
    }

    /**
     * Checks that {@code codes[from, to)} are rows of a model.
     *
     * @throws IllegalArgumentException if one is not
     */
    public static void check(int[] codes, int from, int to, int rows) {
        int outside = 0;
        for (int i = from; i < to; i++) {
            outside |= codes[i] | (rows - 1 - codes[i]);
        }
        if (outside < 0) {
            throw new IllegalArgumentException("there is a code that is no row of the model, which has " + rows
                    + "; codes are read by the model that wrote them");
        }
    }
}
