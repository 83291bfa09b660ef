package dev.embeam.metric;

import dev.embeam.schema.Interval;
import java.util.Arrays;

/**
 * The best and the worst order of a query's documents that its scores allow: documents of equal score may stand in any
 * order, those that tie with the last hit and did not fit into the list included. As every {@link RankingMeasure} grows
 * when a better document moves up, its lowest and highest value over all orders are those of these two.
 *
 * @param worst within every group of equal scores the lowest grades first
 * @param best within every group of equal scores the highest grades first
 */
public record TieRange(RankedGains worst, RankedGains best) {
    /**
     * The range around a ranking.
     *
     * @param ranked the ranking as it is
     * @param scores of its documents, falling
     * @param outside grades of the documents that have the last hit's score and did not fit; 0 for those not judged
     */
    public static TieRange of(RankedGains ranked, float[] scores, int... outside) {
        int size = ranked.grades().length;
        int[] worst = Arrays.copyOf(ranked.grades(), size + outside.length);
        System.arraycopy(outside, 0, worst, size, outside.length);
        int[] best = worst.clone();
        for (int from = 0; from < size; ) {
            int to = groupEnd(scores, from);
            int end = to == size ? worst.length : to;
            Arrays.sort(worst, from, end);
            sortDescending(best, from, end);
            from = to;
        }
        return new TieRange(ranked.ranked(Arrays.copyOf(worst, size)), ranked.ranked(Arrays.copyOf(best, size)));
    }

    private static int groupEnd(float[] scores, int from) {
        int to = from + 1;
        while (to < scores.length && scores[to] == scores[from]) {
            to++;
        }
        return to;
    }

    private static void sortDescending(int[] grades, int from, int to) {
        Arrays.sort(grades, from, to);
        for (int low = from, high = to - 1; low < high; low++, high--) {
            int grade = grades[low];
            grades[low] = grades[high];
            grades[high] = grade;
        }
    }

    /** The same with only the first {@code depth} ranks. */
    public TieRange cut(int depth) {
        return new TieRange(worst.cut(depth), best.cut(depth));
    }

    /** Whether the orders differ at all. */
    public boolean matters() {
        return !worst.equals(best);
    }

    /** The lowest and the highest value of a measure. */
    public Interval of(RankingMeasure measure) {
        return new Interval(measure.value(worst), measure.value(best));
    }
}
