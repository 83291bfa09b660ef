package dev.embeam.evaluation;

import dev.embeam.statistic.CompensatedSum;
import dev.embeam.statistic.Holm;
import dev.embeam.statistic.RandomisationTest;
import java.util.ArrayList;
import java.util.List;

/** Tests whether measures of two systems differ, query by query, over any number of data sets. */
public final class ChangeTests {
    /** With fewer exchanges a measure, no difference could reach the level of significance once it is corrected. */
    private static final int LEAST_SAMPLES = 40;

    private final int samples;
    private final long seed;
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String dataset, String measure, double[] before, double[] after) {
        MeasureChange change(double adjusted) {
            return new MeasureChange(
                    dataset, measure, CompensatedSum.mean(before), CompensatedSum.mean(after), adjusted);
        }
    }

    /**
     * @param samples exchanges of each test; more where many measures need them
     * @param seed of the exchanges
     */
    public ChangeTests(int samples, long seed) {
        this.samples = samples;
        this.seed = seed;
    }

    /**
     * Adds a measure.
     *
     * @param before one value a query of the first system
     * @param after the same queries of the second
     */
    public void add(String dataset, String measure, double[] before, double[] after) {
        pairs.add(new Pair(dataset, measure, before, after));
    }

    /** All measures in the order they were added, corrected for each other. */
    public List<MeasureChange> changes() {
        RandomisationTest test = new RandomisationTest(Math.max(samples, LEAST_SAMPLES * pairs.size()), seed);
        double[] adjusted = Holm.adjust(pairs.stream()
                .mapToDouble(pair -> test.means(pair.before(), pair.after()))
                .toArray());
        List<MeasureChange> changes = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            changes.add(pairs.get(i).change(adjusted[i]));
        }
        return changes;
    }
}
