package dev.embeam.evaluation;

import dev.embeam.learn.Clusterer;
import dev.embeam.metric.Contingency;
import dev.embeam.metric.VMeasure;
import dev.embeam.schema.Interval;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.Spread;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.JsonLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * JMTEB's clustering: as many clusters as the test part has classes, on the validation part too; the main measure is the
 * V-measure. Intervals and tests are those of {@link AgreementShares}.
 */
public final class ClusteringEvaluation implements TaskEvaluation {
    private static final String MAIN = "v_measure_score";
    private static final Map<String, ToDoubleFunction<VMeasure>> MEASURES = measures();

    private final Parts<LabelledTexts> parts;
    private final List<? extends Clusterer> clusterers;
    private final EvaluationRules rules;
    private final ClassNumbers classes;
    private final int clusters;

    /**
     * Over these parts.
     *
     * @param clusterers the candidates, in the order they are tried
     * @throws IllegalArgumentException if the test part has fewer than two classes
     */
    public ClusteringEvaluation(
            Parts<LabelledTexts> parts, List<? extends Clusterer> clusterers, EvaluationRules rules) {
        this.parts = parts;
        this.clusterers = List.copyOf(clusterers);
        this.rules = rules;
        classes = ClassNumbers.of(parts.bySplit().values());
        clusters = ClassNumbers.of(List.of(parts.test())).names().size();
        if (clusters < 2) {
            throw new IllegalArgumentException(parts.test().source() + " has the class "
                    + parts.test().labels().get(0) + " alone; expected two classes or more");
        }
    }

    private static Map<String, ToDoubleFunction<VMeasure>> measures() {
        Map<String, ToDoubleFunction<VMeasure>> measures = new LinkedHashMap<>();
        measures.put(MAIN, VMeasure::value);
        measures.put("homogeneity_score", VMeasure::homogeneity);
        measures.put("completeness_score", VMeasure::completeness);
        return measures;
    }

    @Override
    public Task task() {
        return Task.CLUSTERING;
    }

    @Override
    public SortedMap<Split, List<String>> texts() {
        return parts.map(LabelledTexts::texts);
    }

    @Override
    public boolean validates() {
        return parts.validation().isPresent();
    }

    @Override
    public List<String> candidates() {
        return clusterers.stream().map(Clusterer::name).toList();
    }

    @Override
    public boolean seeded(int candidate) {
        return clusterers.get(candidate).seeded();
    }

    @Override
    public double[] run(Trial trial, SystemVectors vectors) {
        TextVectors part = vectors.of(trial.split());
        int[] groups = clusterers
                .get(trial.candidate())
                .cluster(part.values(), part.rows(), part.dim(), Math.min(clusters, part.rows()), trial.seed());
        return Arrays.stream(groups).asDoubleStream().toArray();
    }

    @Override
    public String mainMeasure() {
        return rules.measure(MAIN);
    }

    @Override
    public Map<String, Double> validationScores(Outcome outcome) {
        VMeasure agreement = VMeasure.of(Contingency.of(truth(outcome), outcome.numbers()));
        Map<String, Double> scores = new LinkedHashMap<>();
        MEASURES.forEach((name, measure) -> scores.put(rules.measure(name), measure.applyAsDouble(agreement)));
        return scores;
    }

    @Override
    public int size() {
        return parts.test().size();
    }

    @Override
    public List<MeasureValue> testScores(Winner winner) {
        AgreementShares shares =
                new AgreementShares(truth(winner.test()), winner.test().numbers());
        List<Interval> intervals =
                rules.means().means(MEASURES.values().stream().map(shares::of).toList());
        List<MeasureValue> scores = new ArrayList<>();
        MEASURES.forEach((name, measure) -> scores.add(new MeasureValue(
                rules.measure(name),
                measure.applyAsDouble(shares.whole()),
                intervals.get(scores.size()),
                Optional.empty(),
                spread(rules.measure(name), winner))));
        return scores;
    }

    private Optional<Spread> spread(String measure, Winner winner) {
        if (!seeded(winner.candidate())) {
            return Optional.empty();
        }
        return Optional.of(Spread.of(winner.tests().stream()
                .mapToDouble(outcome -> validationScores(outcome).get(measure))
                .toArray()));
    }

    @Override
    public double[][] significance(List<Winner> winners) {
        return rules.testOfMeans()
                .means(winners.stream()
                        .map(winner -> new AgreementShares(
                                truth(winner.test()), winner.test().numbers()))
                        .map(shares -> shares.of(VMeasure::value))
                        .toList());
    }

    @Override
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>(parts.warnings());
        warnings.addAll(new ClassWarnings(parts).absentClasses());
        parts.validation()
                .filter(part -> part.size() < clusters)
                .ifPresent(part -> warnings.add(new Warning(
                        "fewer-rows-than-clusters",
                        part.size(),
                        part.source() + " has " + part.size() + " rows, fewer than the " + clusters
                                + " classes of the test part; it is cut into as many clusters as it has rows")));
        return warnings;
    }

    @Override
    public List<Warning> warnings(String system, Winner winner) {
        return List.of();
    }

    @Override
    public List<String> predictions(String system, Winner winner) {
        int[] groups = winner.test().numbers();
        return IntStream.range(0, groups.length)
                .mapToObj(row -> new JsonLine()
                        .with("system", system)
                        .with("text", parts.test().texts().get(row))
                        .with("label", parts.test().labels().get(row))
                        .with("prediction", groups[row])
                        .toString())
                .toList();
    }

    private int[] truth(Outcome outcome) {
        return classes.of(parts.of(outcome.trial().split()));
    }
}
