package dev.embeam.evaluation;

import dev.embeam.metric.Pearson;
import dev.embeam.metric.Quirk;
import dev.embeam.metric.RankOrder;
import dev.embeam.metric.Spearman;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.Task;
import dev.embeam.schema.TextPairs;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.JsonLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * JMTEB's similarity of sentences: how the similarity of two vectors goes with the judged degree; the main measure is {@link
 * Spearman}. With the quirk {@link Quirk#EUCLIDEAN_IS_MANHATTAN} the Euclidean distance is the Manhattan distance. A
 * coefficient that does not exist, as scores or judgements are all equal, counts as 0.
 */
public final class StsEvaluation implements TaskEvaluation {
    private static final String MAIN = "spearman";
    private static final String PEARSON = "pearson";
    private static final List<String> CANDIDATES =
            List.of("cosine_similarity", "manhatten_distance", "euclidean_distance", "dot_score");

    private final Parts<TextPairs> parts;
    private final EvaluationRules rules;

    /** Over these parts. */
    public StsEvaluation(Parts<TextPairs> parts, EvaluationRules rules) {
        this.parts = parts;
        this.rules = rules;
    }

    @Override
    public Task task() {
        return Task.STS;
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
        TextVectors part = vectors.of(trial.split());
        PairSimilarity euclidean =
                rules.has(Quirk.EUCLIDEAN_IS_MANHATTAN) ? PairSimilarity.MANHATTAN : PairSimilarity.EUCLIDEAN;
        return switch (trial.candidate()) {
            case 0 -> PairSimilarity.COSINE.ofHalves(part);
            case 1 -> negative(PairSimilarity.MANHATTAN.ofHalves(part));
            case 2 -> negative(euclidean.ofHalves(part));
            case 3 -> PairSimilarity.DOT.ofHalves(part);
            default -> throw new IllegalArgumentException("there is no similarity number " + trial.candidate());
        };
    }

    private static double[] negative(double[] distances) {
        return Arrays.stream(distances).map(distance -> -distance).toArray();
    }

    @Override
    public String mainMeasure() {
        return rules.measure(MAIN);
    }

    @Override
    public Map<String, Double> validationScores(Outcome outcome) {
        double[] labels = parts.of(outcome.trial().split()).labels();
        Map<String, Double> scores = new TreeMap<>();
        scores.put(rules.measure(PEARSON), orZero(Pearson.of(labels, outcome.values())));
        scores.put(rules.measure(MAIN), orZero(Spearman.of(labels, outcome.values())));
        return scores;
    }

    @Override
    public int size() {
        return parts.test().size();
    }

    @Override
    public List<MeasureValue> testScores(Winner winner) {
        double[] labels = parts.test().labels();
        double[] scores = winner.test().values();
        RankOrder labelOrder = RankOrder.of(labels);
        RankOrder scoreOrder = RankOrder.of(scores);
        return List.of(
                value(
                        MAIN,
                        Spearman.of(labels, scores),
                        rows -> Spearman.of(labelOrder, scoreOrder, ResampledRows.counts(rows))),
                value(
                        PEARSON,
                        Pearson.of(labels, scores),
                        rows -> Pearson.of(gather(labels, rows), gather(scores, rows))));
    }

    private MeasureValue value(String measure, double value, ToDoubleFunction<int[]> statistic) {
        Interval interval = Double.isNaN(value)
                ? new Interval(0, 0)
                : rules.statistics().of(parts.test().size(), statistic);
        return MeasureValue.of(rules.measure(measure), orZero(value), interval);
    }

    @Override
    public double[][] significance(List<Winner> winners) {
        double[] labels = RankOrder.of(parts.test().labels()).ranks();
        return PairwiseTests.of(winners, (first, second) -> {
            ExchangedRanks ranks =
                    new ExchangedRanks(first.test().values(), second.test().values());
            return rules.testOfStatistics()
                    .of(
                            labels.length,
                            exchanged -> orZero(Pearson.of(labels, ranks.first(exchanged)))
                                    - orZero(Pearson.of(labels, ranks.second(exchanged))));
        });
    }

    @Override
    public List<Warning> warnings() {
        return parts.warnings();
    }

    @Override
    public List<Warning> warnings(String system, Winner winner) {
        if (!Double.isNaN(Spearman.of(parts.test().labels(), winner.test().values()))) {
            return List.of();
        }
        return List.of(new Warning(
                "constant-scores",
                size(),
                "all scores of " + system
                        + " in the test part, or all judgements, are equal: there is no coefficient; it"
                        + " counts as 0"));
    }

    @Override
    public List<String> predictions(String system, Winner winner) {
        TextPairs test = parts.test();
        return IntStream.range(0, test.size())
                .mapToObj(row -> new JsonLine()
                        .with("system", system)
                        .with("sentence1", test.first().get(row))
                        .with("sentence2", test.second().get(row))
                        .with("true_score", test.labels()[row])
                        .with("predicted_score", winner.test().values()[row])
                        .with("similarity_function_name", CANDIDATES.get(winner.candidate()))
                        .toString())
                .toList();
    }

    private static double[] gather(double[] values, int[] rows) {
        double[] gathered = new double[rows.length];
        Arrays.setAll(gathered, i -> values[rows[i]]);
        return gathered;
    }

    private static double orZero(double coefficient) {
        return Double.isNaN(coefficient) ? 0 : coefficient;
    }
}
