package dev.embeam.evaluation;

import dev.embeam.metric.BinaryAveragePrecision;
import dev.embeam.metric.BinaryF1;
import dev.embeam.metric.PairThreshold;
import dev.embeam.metric.Quirk;
import dev.embeam.metric.ScoreSense;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.Task;
import dev.embeam.schema.TextPairs;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.JsonLine;
import dev.embeam.statistic.CompensatedSum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * JMTEB's pair classification: thresholds of four similarities, found on the validation part by {@link PairThreshold}, tell
 * which pairs of the test part are the same; the main measure is {@link BinaryF1}. With the quirk {@link
 * Quirk#REVERSED_PAIR_COSINE} a low cosine stands for the same. Average precision needs no threshold.
 *
 * <p>Without a part to find them on, the thresholds are those of the test part itself, which flatters the scores and is
 * warned about.
 */
public final class PairEvaluation implements TaskEvaluation {
    private static final String MAIN = "binary_f1";
    private static final String ACCURACY = "accuracy";
    private static final String AVERAGE_PRECISION = "average_precision";
    private static final List<String> CANDIDATES =
            List.of("cosine_distances", "manhatten_distances", "euclidean_distances", "dot_similarities");
    private static final List<PairSimilarity> SIMILARITIES = List.of(
            PairSimilarity.COSINE_BY_DISTANCE, PairSimilarity.MANHATTAN, PairSimilarity.EUCLIDEAN, PairSimilarity.DOT);

    private final Parts<TextPairs> parts;
    private final EvaluationRules rules;

    /**
     * Over these parts.
     *
     * @throws IllegalArgumentException if the labels of a part are other than 0 and 1, both of them
     */
    public PairEvaluation(Parts<TextPairs> parts, EvaluationRules rules) {
        this.parts = parts;
        this.rules = rules;
        parts.bySplit().values().forEach(PairEvaluation::requireBinary);
    }

    private static void requireBinary(TextPairs part) {
        double[] distinct = Arrays.stream(part.labels()).distinct().sorted().toArray();
        if (distinct.length != 2 || distinct[0] != 0 || distinct[1] != 1) {
            throw new IllegalArgumentException(part.source() + " has " + distinct.length + " different labels ("
                    + Arrays.stream(distinct).limit(5).boxed().toList()
                    + "); expected two: 0, and 1 for pairs that are the same");
        }
    }

    @Override
    public Task task() {
        return Task.PAIR_CLASSIFICATION;
    }

    @Override
    public SortedMap<Split, List<String>> texts() {
        return PairTexts.of(parts);
    }

    @Override
    public boolean validates() {
        return parts.validation().isPresent();
    }

    @Override
    public List<String> candidates() {
        return CANDIDATES;
    }

    @Override
    public boolean seeded(int candidate) {
        return false;
    }

    @Override
    public double[] run(Trial trial, SystemVectors vectors) {
        return SIMILARITIES.get(trial.candidate()).ofHalves(vectors.of(trial.split()));
    }

    @Override
    public String mainMeasure() {
        return rules.measure(MAIN);
    }

    @Override
    public Map<String, Double> validationScores(Outcome outcome) {
        PairDecision decision = decision(outcome);
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put(rules.measure(MAIN), decision.forF1().value());
        scores.put(rules.measure(MAIN + "_threshold"), decision.forF1().threshold());
        scores.put(rules.measure(ACCURACY), decision.forAccuracy().value());
        scores.put(
                rules.measure(ACCURACY + "_threshold"), decision.forAccuracy().threshold());
        return scores;
    }

    @Override
    public int size() {
        return parts.test().size();
    }

    @Override
    public List<MeasureValue> testScores(Winner winner) {
        boolean[] same = same(Split.TEST);
        double[] scores = winner.test().values();
        PairDecision decision = decision(winner);
        boolean[] decided = decision.same(scores);
        double[] right = decision.right(scores, same);
        BinaryAveragePrecision average = BinaryAveragePrecision.of(same, decision.rising(scores));
        return List.of(
                MeasureValue.of(
                        rules.measure(MAIN),
                        BinaryF1.of(same, decided),
                        rules.statistics().of(same.length, rows -> f1(same, decided, rows))),
                MeasureValue.of(
                        rules.measure(ACCURACY),
                        CompensatedSum.mean(right),
                        rules.means().mean(right)),
                MeasureValue.of(
                        rules.measure(AVERAGE_PRECISION),
                        average.value(),
                        rules.statistics().of(same.length, rows -> average.value(ResampledRows.counts(rows)))));
    }

    private static double f1(boolean[] same, boolean[] decided, int[] rows) {
        int hits = 0;
        int marked = 0;
        for (int row : rows) {
            hits += same[row] && decided[row] ? 1 : 0;
            marked += (same[row] ? 1 : 0) + (decided[row] ? 1 : 0);
        }
        return BinaryF1.of(hits, marked);
    }

    @Override
    public double[][] significance(List<Winner> winners) {
        boolean[] same = same(Split.TEST);
        return PairwiseTests.of(winners, (first, second) -> {
            boolean[] a = decision(first).same(first.test().values());
            boolean[] b = decision(second).same(second.test().values());
            return rules.testOfStatistics()
                    .of(same.length, exchanged -> exchanged(same, a, b, exchanged) - exchanged(same, b, a, exchanged));
        });
    }

    /** The score of the first decisions with some rows taken from the second. */
    private static double exchanged(boolean[] same, boolean[] first, boolean[] second, boolean[] exchanged) {
        int hits = 0;
        int marked = 0;
        for (int row = 0; row < same.length; row++) {
            boolean decided = exchanged[row] ? second[row] : first[row];
            hits += same[row] && decided ? 1 : 0;
            marked += (same[row] ? 1 : 0) + (decided ? 1 : 0);
        }
        return BinaryF1.of(hits, marked);
    }

    @Override
    public List<Warning> warnings() {
        return validates()
                ? parts.warnings()
                : List.of(new Warning(
                        "thresholds-of-the-test-part",
                        1,
                        "no validation part: the cosine is taken without a choice, and the thresholds are the best of the"
                                + " test part itself, which flatters binary_f1 and accuracy"));
    }

    @Override
    public List<Warning> warnings(String system, Winner winner) {
        double[] scores = winner.test().values();
        if (!Arrays.stream(scores).allMatch(score -> score == scores[0])) {
            return List.of();
        }
        return List.of(new Warning(
                "constant-scores",
                scores.length,
                "all scores of " + system + " in the test part are equal: no threshold separates its pairs"));
    }

    @Override
    public List<String> predictions(String system, Winner winner) {
        TextPairs test = parts.test();
        boolean[] decided = decision(winner).same(winner.test().values());
        return IntStream.range(0, test.size())
                .mapToObj(row -> new JsonLine()
                        .with("system", system)
                        .with("sentence1", test.first().get(row))
                        .with("sentence2", test.second().get(row))
                        .with("label", (int) test.labels()[row])
                        .with("prediction", decided[row] ? 1 : 0)
                        .with("score", winner.test().values()[row])
                        .toString())
                .toList();
    }

    private PairDecision decision(Winner winner) {
        return decision(winner.validation().orElse(winner.test()));
    }

    /** The thresholds of the outcome's own part. */
    private PairDecision decision(Outcome outcome) {
        return PairDecision.found(
                outcome.values(),
                same(outcome.trial().split()),
                sense(outcome.trial().candidate()));
    }

    private ScoreSense sense(int candidate) {
        return switch (SIMILARITIES.get(candidate)) {
            case MANHATTAN, EUCLIDEAN -> ScoreSense.LOW_IS_SAME;
            case DOT -> ScoreSense.HIGH_IS_SAME;
            case COSINE, COSINE_BY_DISTANCE ->
                rules.has(Quirk.REVERSED_PAIR_COSINE) ? ScoreSense.LOW_IS_SAME : ScoreSense.HIGH_IS_SAME;
        };
    }

    private boolean[] same(Split split) {
        double[] labels = parts.of(split).labels();
        boolean[] same = new boolean[labels.length];
        for (int row = 0; row < same.length; row++) {
            same[row] = labels[row] == 1;
        }
        return same;
    }
}
