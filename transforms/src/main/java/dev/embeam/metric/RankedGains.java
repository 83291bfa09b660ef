package dev.embeam.metric;

import java.util.Arrays;

/**
 * All that a measure knows of one query's ranking.
 *
 * @param grades grades of the ranked documents, best rank first; 0 for documents that are not judged. Lent, not copied
 * @param relevant grades of all relevant documents (1 and above), ranked or not, highest first. Lent, not copied
 */
public record RankedGains(int[] grades, int[] relevant) {
    /** A ranking of these grades; the judged grades may come in any order, those below 1 do not count. */
    public static RankedGains of(int[] grades, int... judged) {
        int[] ascending =
                Arrays.stream(judged).filter(grade -> grade > 0).sorted().toArray();
        int[] descending = new int[ascending.length];
        Arrays.setAll(descending, i -> ascending[ascending.length - 1 - i]);
        return new RankedGains(grades, descending);
    }

    /** The same judgements with another ranking. */
    public RankedGains ranked(int... others) {
        return new RankedGains(others, relevant);
    }

    /** The same with only the first {@code depth} ranks. */
    public RankedGains cut(int depth) {
        return depth >= grades.length ? this : ranked(Arrays.copyOf(grades, depth));
    }

    /** How many ranks a measure with this cutoff looks at. */
    int depth(int cutoff) {
        return Math.min(cutoff, grades.length);
    }

    /** The first rank, from 1, with a relevant document; 0 where there is none. */
    public int firstRelevant() {
        for (int rank = 1; rank <= grades.length; rank++) {
            if (grades[rank - 1] > 0) {
                return rank;
            }
        }
        return 0;
    }

    /** How many of the first {@code cutoff} documents are relevant. */
    int found(int cutoff) {
        int found = 0;
        for (int i = 0; i < depth(cutoff); i++) {
            found += grades[i] > 0 ? 1 : 0;
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankedGains that
                && Arrays.equals(grades, that.grades)
                && Arrays.equals(relevant, that.relevant);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(grades) + Arrays.hashCode(relevant);
    }

    @Override
    public String toString() {
        return "RankedGains[" + Arrays.toString(grades) + " of " + Arrays.toString(relevant) + "]";
    }
}
