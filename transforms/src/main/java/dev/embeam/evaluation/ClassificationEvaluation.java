package dev.embeam.evaluation;

import dev.embeam.learn.Classifier;
import dev.embeam.metric.ClassAccuracy;
import dev.embeam.metric.Contingency;
import dev.embeam.metric.MacroF1;
import dev.embeam.metric.Quirk;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.JsonLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * JMTEB's classification: classifiers are fitted on the train part with the vectors as they are; the main measure is {@link
 * MacroF1}. Classes have the same numbers in all parts, unless the quirk {@link Quirk#LABELS_BY_PART} is on and they are no
 * numbers themselves.
 */
public final class ClassificationEvaluation implements TaskEvaluation {
    private static final String MAIN = "macro_f1";
    private static final String ACCURACY = "accuracy";

    private final Parts<LabelledTexts> parts;
    private final List<? extends Classifier> classifiers;
    private final EvaluationRules rules;
    private final SortedMap<Split, ClassNumbers> classes;

    /**
     * Over these parts.
     *
     * @param classifiers the candidates, in the order they are tried
     * @throws IllegalArgumentException if the train part has fewer than two classes
     */
    public ClassificationEvaluation(
            Parts<LabelledTexts> parts, List<? extends Classifier> classifiers, EvaluationRules rules) {
        this.parts = parts;
        this.classifiers = List.copyOf(classifiers);
        this.rules = rules;
        classes = numbers(parts, rules);
        LabelledTexts train = parts.of(Split.TRAIN);
        if (train.labels().stream().distinct().count() < 2) {
            throw new IllegalArgumentException(train.source() + " has the class "
                    + train.labels().get(0) + " alone; expected two classes or more to tell apart");
        }
    }

    private static SortedMap<Split, ClassNumbers> numbers(Parts<LabelledTexts> parts, EvaluationRules rules) {
        ClassNumbers shared = ClassNumbers.of(parts.bySplit().values());
        boolean byPart = rules.has(Quirk.LABELS_BY_PART) && !ClassNumbers.areWholeNumbers(shared.names());
        return parts.map(part -> byPart ? ClassNumbers.of(List.of(part)) : shared);
    }

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
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
        return classifiers.stream().map(Classifier::name).toList();
    }

    @Override
    public boolean seeded(int candidate) {
        return false;
    }

    @Override
    public double[] run(Trial trial, SystemVectors vectors) {
        TextVectors train = vectors.of(Split.TRAIN);
        Classifier.Fitted fitted =
                classifiers.get(trial.candidate()).fit(train.values(), train.dim(), truth(Split.TRAIN));
        TextVectors part = vectors.of(trial.split());
        return Arrays.stream(fitted.predict(part.values(), part.rows()))
                .asDoubleStream()
                .toArray();
    }

    @Override
    public String mainMeasure() {
        return rules.measure(MAIN);
    }

    @Override
    public Map<String, Double> validationScores(Outcome outcome) {
        int[] truth = truth(outcome.trial().split());
        Map<String, Double> scores = new TreeMap<>();
        scores.put(rules.measure(ACCURACY), ClassAccuracy.of(truth, outcome.numbers()));
        scores.put(rules.measure(MAIN), MacroF1.of(truth, outcome.numbers()));
        return scores;
    }

    @Override
    public int size() {
        return parts.test().size();
    }

    @Override
    public List<MeasureValue> testScores(Winner winner) {
        int[] truth = truth(Split.TEST);
        int[] predicted = winner.test().numbers();
        double[] right = IntStream.range(0, truth.length)
                .mapToDouble(row -> truth[row] == predicted[row] ? 1 : 0)
                .toArray();
        return List.of(
                MeasureValue.of(
                        rules.measure(MAIN),
                        MacroF1.of(truth, predicted),
                        rules.statistics().of(truth.length, rows -> macroF1(truth, predicted, rows))),
                MeasureValue.of(
                        rules.measure(ACCURACY),
                        ClassAccuracy.of(truth, predicted),
                        rules.means().mean(right)));
    }

    private double macroF1(int[] truth, int[] predicted, int[] rows) {
        Contingency table = emptyTable();
        for (int row : rows) {
            table.add(truth[row], predicted[row]);
        }
        return MacroF1.of(table);
    }

    @Override
    public double[][] significance(List<Winner> winners) {
        int[] truth = truth(Split.TEST);
        return PairwiseTests.of(winners, (first, second) -> {
            int[] a = first.test().numbers();
            int[] b = second.test().numbers();
            return rules.testOfStatistics()
                    .of(
                            truth.length,
                            exchanged -> exchanged(truth, a, b, exchanged) - exchanged(truth, b, a, exchanged));
        });
    }

    /** The score of the first predictions with some rows taken from the second. */
    private double exchanged(int[] truth, int[] first, int[] second, boolean[] exchanged) {
        Contingency table = emptyTable();
        for (int row = 0; row < truth.length; row++) {
            table.add(truth[row], exchanged[row] ? second[row] : first[row]);
        }
        return MacroF1.of(table);
    }

    private Contingency emptyTable() {
        int size = classes.values().stream()
                .mapToInt(numbers -> numbers.names().size())
                .max()
                .orElseThrow();
        return new Contingency(size, size);
    }

    @Override
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>(parts.warnings());
        ClassWarnings peculiar = new ClassWarnings(parts);
        warnings.addAll(peculiar.absentClasses());
        warnings.addAll(peculiar.unseenLabels());
        if (classes.values().stream().map(ClassNumbers::names).distinct().count() > 1) {
            warnings.add(ClassWarnings.numberedByPart());
        }
        return warnings;
    }

    @Override
    public List<Warning> warnings(String system, Winner winner) {
        return List.of();
    }

    @Override
    public List<String> predictions(String system, Winner winner) {
        List<String> names = names(Split.TRAIN);
        int[] predicted = winner.test().numbers();
        return IntStream.range(0, predicted.length)
                .mapToObj(row -> new JsonLine()
                        .with("system", system)
                        .with("text", parts.test().texts().get(row))
                        .with("label", parts.test().labels().get(row))
                        .with("prediction", names.get(predicted[row]))
                        .toString())
                .toList();
    }

    private List<String> names(Split split) {
        return numbers(split).names();
    }

    private int[] truth(Split split) {
        return numbers(split).of(parts.of(split));
    }

    private ClassNumbers numbers(Split split) {
        return Objects.requireNonNull(classes.get(split));
    }
}
