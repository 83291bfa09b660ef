package dev.embeam.metric;

import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures by their names: {@code ndcg}, {@code ndcg_exp}, {@code mrr}, {@code map}, {@code map_capped}, {@code recall},
 * {@code precision}, {@code hit_rate}, {@code accuracy}, followed by {@code @} and a cutoff, or by nothing where the whole
 * list counts.
 */
public final class RankingMeasures {
    /** The measure that stands for a data set where nothing else is said. */
    public static final String MAIN = "ndcg@10";

    private static final List<String> COMMON = List.of("ndcg", "mrr", "map", "recall", "hit_rate");
    private static final List<Integer> JMTEB_ACCURACY = List.of(1, 3, 5, 10);
    private static final List<Integer> JMTEB_RERANKING = List.of(10, 20, 40);

    private RankingMeasures() {}

    /**
     * The names of the measures that are taken where nothing else is said: the common ones at every cutoff, under JMTEB's
     * profile also those that JMTEB reports.
     */
    public static List<String> defaults(Task task, Profile profile, List<Integer> cutoffs) {
        Set<String> names = new LinkedHashSet<>();
        names.add(MAIN);
        COMMON.forEach(stem -> cutoffs.forEach(cutoff -> names.add(stem + "@" + cutoff)));
        if (profile == Profile.JMTEB && task == Task.RETRIEVAL) {
            JMTEB_ACCURACY.forEach(cutoff -> names.add("accuracy@" + cutoff));
        } else if (profile == Profile.JMTEB) {
            JMTEB_RERANKING.forEach(cutoff -> names.add("ndcg@" + cutoff));
        }
        return new ArrayList<>(names);
    }

    /**
     * The measure of this name by the rules of a profile.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RankingMeasure of(String name, Task task, Profile profile, Set<Quirk> quirks) {
        int at = name.indexOf('@');
        String stem = at < 0 ? name : name.substring(0, at);
        int cutoff = at < 0 ? RankingMeasure.NO_CUTOFF : cutoff(name, name.substring(at + 1));
        boolean jmtebRetrieval = profile == Profile.JMTEB && task == Task.RETRIEVAL;
        boolean idealCut = task != Task.RETRIEVAL || !quirks.contains(Quirk.IDEAL_NOT_CUT);
        return switch (stem) {
            case "ndcg" -> new Ndcg(cutoff, jmtebRetrieval ? Gain.BINARY : Gain.LINEAR, idealCut);
            case "ndcg_exp" -> new Ndcg(cutoff, Gain.EXPONENTIAL, idealCut);
            case "mrr" -> new ReciprocalRank(cutoff);
            case "map" -> new AveragePrecision(cutoff, false);
            case "map_capped" -> new AveragePrecision(cutoff, true);
            case "recall" -> new Recall(cutoff);
            case "precision" -> new PrecisionAt(cutoff);
            case "hit_rate" -> new HitRate(cutoff);
            case "accuracy" -> new Accuracy(cutoff);
            default ->
                throw new IllegalArgumentException("measure is \"" + name + "\"; expected ndcg, ndcg_exp, mrr, map,"
                        + " map_capped, recall, precision, hit_rate or accuracy, with a cutoff such as ndcg@10");
        };
    }

    private static int cutoff(String name, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "measure is \"" + name + "\"; expected a whole number after @, such as ndcg@10", e);
        }
    }
}
