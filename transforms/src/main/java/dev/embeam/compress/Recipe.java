package dev.embeam.compress;

import java.io.Serializable;
import java.util.Locale;

/**
 * What is kept of a model and how.
 *
 * @param words how many words keep a row of their own, the most frequent first; at most all
 * @param ngrams how many buckets of n-grams are kept; with {@code repacked}, how many there are to be
 * @param wordForm form of the words' rows
 * @param ngramForm form of the n-grams' rows
 * @param normPower the baseline chooses buckets by {@code count * norm^normPower}; 0 for the count alone
 * @param repacked whether hashes are taken modulo {@code ngrams} instead of choosing buckets
 * @param method how rows are coded
 * @param seed of all that is drawn
 */
public record Recipe(
        int words,
        int ngrams,
        RowForm wordForm,
        RowForm ngramForm,
        double normPower,
        boolean repacked,
        Method method,
        long seed)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For {@code words} and {@code ngrams}: all there are. */
    public static final int ALL = Integer.MAX_VALUE;

    /** How rows are coded, and what becomes of dropped n-grams. */
    public enum Method {
        /**
         * Buckets are chosen by the share of words' vectors that they carry, codes learn rows by how often they are used, norms
         * are coded apart from directions, and dropped n-grams leave the mean.
         */
        EMBEAM,
        /**
         * The method of compress-fasttext 0.1.5: rows as they are, codes that learn all rows alike, with 255 centroids from
         * five rounds, and dropped n-grams that count in the mean as zeros.
         */
        BASELINE
    }

    /** Checks the numbers. */
    public Recipe {
        if (words < 0 || ngrams < 0 || (repacked && (ngrams == 0 || ngrams == ALL))) {
            throw new IllegalArgumentException(words + " words and " + ngrams
                    + " n-grams are to be kept; expected at least 0, and a number above 0 for repacking");
        }
    }

    /** The whole model with rows in one form. */
    public static Recipe all(RowForm form, Method method) {
        return new Recipe(ALL, ALL, form, form, 1, false, method, 0);
    }

    /** Words and n-grams chosen, all rows in one form. */
    public static Recipe chosen(int words, int ngrams, RowForm form, Method method) {
        return new Recipe(words, ngrams, form, form, 1, false, method, 0);
    }

    /** With another number of n-grams. */
    public Recipe withNgrams(int number) {
        return new Recipe(words, number, wordForm, ngramForm, normPower, repacked, method, seed);
    }

    @Override
    public String toString() {
        String rows = wordForm.equals(ngramForm) ? wordForm.toString() : wordForm + "/" + ngramForm;
        return number(words) + " words, " + number(ngrams) + (repacked ? " buckets, " : " n-grams, ") + rows
                + (method == Method.BASELINE ? ", baseline" : "");
    }

    private static String number(int count) {
        return count == ALL ? "all" : String.format(Locale.ROOT, "%,d", count);
    }
}
