package dev.embeam.evaluation;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Warning;
import dev.embeam.statistic.Holm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The evaluation of systems on a data set by trials: every candidate of every system on the validation part; then, for each
 * system, the candidate with the highest main measure there (the first of equal ones) on the test part; then the report.
 * Where there is no validation part the first candidate is taken. A candidate that the seed makes a difference to is tried
 * on the test part with several seeds; the first one gives the score, all of them its spread.
 *
 * <p>Texts are encoded once, when the first trial needs them. Thread-safe.
 */
public final class Evaluation {
    private static final String PREDICTIONS = "predictions.jsonl";
    private static final String ZEROS = "zero-vectors";
    private static final String BYTES = "bytesPerDocument";

    private final EvaluationPlan plan;
    private final TaskEvaluation task;
    private final List<EncodedTexts> encoded;

    Evaluation(EvaluationPlan plan, TaskEvaluation task) {
        this.plan = plan;
        this.task = task;
        encoded = plan.encodings().stream()
                .map(encoding -> new EncodedTexts(encoding, task.texts()))
                .toList();
    }

    /** What is to be tried first; nothing where there is no validation part. */
    public List<Trial> validationTrials() {
        if (!task.validates()) {
            return List.of();
        }
        return IntStream.range(0, plan.systems().size())
                .boxed()
                .flatMap(system -> IntStream.range(0, task.candidates().size())
                        .mapToObj(candidate -> new Trial(
                                system,
                                candidate,
                                Split.VALIDATION,
                                plan.rules().seed())))
                .toList();
    }

    /** What is to be tried of a system on the test part, given the outcomes on the validation part, of any systems. */
    public List<Trial> testTrials(int system, List<Outcome> validation) {
        int winner = best(of(validation, system, Split.VALIDATION));
        long seed = plan.rules().seed();
        int seeds = task.seeded(winner) ? plan.rules().seeds() : 1;
        return LongStream.range(seed, seed + seeds)
                .mapToObj(one -> new Trial(system, winner, Split.TEST, one))
                .toList();
    }

    /** Tries something. */
    public Outcome run(Trial trial) {
        SystemVectors vectors = vectors(trial.system());
        return new Outcome(trial, task.run(trial, vectors), vectors.zeros(trial.split()));
    }

    /** The report of all outcomes, in whatever order they come. */
    public EvaluationOutput report(List<Outcome> outcomes) {
        List<Winner> winners = new ArrayList<>();
        List<SystemReport> reports = new ArrayList<>();
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(PREDICTIONS, new ArrayList<>());
        for (int system = 0; system < plan.systems().size(); system++) {
            List<Outcome> validation = of(outcomes, system, Split.VALIDATION);
            Winner winner = winner(validation, of(outcomes, system, Split.TEST));
            winners.add(winner);
            reports.add(report(
                    plan.systems().get(system).name(),
                    validation,
                    winner,
                    plan.systems().get(system).bytesPerVector()));
            files.get(PREDICTIONS)
                    .addAll(task.predictions(plan.systems().get(system).name().label(), winner));
        }
        return new EvaluationOutput(report(winners, reports), files);
    }

    private EvaluationReport report(List<Winner> winners, List<SystemReport> reports) {
        return new EvaluationReport(
                task.task(),
                plan.dataset(),
                task.mainMeasure(),
                task.size(),
                reports,
                compare(winners, reports),
                warnings(winners),
                plan.settings());
    }

    private SystemReport report(SystemName name, List<Outcome> validation, Winner winner, double bytes) {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        for (Outcome outcome : validation) {
            scores.put(task.candidates().get(outcome.trial().candidate()), task.validationScores(outcome));
        }
        return new SystemReport(
                name, task.candidates().get(winner.candidate()), scores, task.testScores(winner), Map.of(BYTES, bytes));
    }

    private List<Comparison> compare(List<Winner> winners, List<SystemReport> reports) {
        if (winners.size() < 2) {
            return List.of();
        }
        double[][] p = task.significance(winners);
        List<Comparison> raw = new ArrayList<>();
        for (int first = 0; first < reports.size(); first++) {
            for (int second = first + 1; second < reports.size(); second++) {
                raw.add(comparison(reports.get(first), reports.get(second), p[first][second]));
            }
        }
        double[] adjusted = Holm.adjust(raw.stream().mapToDouble(Comparison::p).toArray());
        return IntStream.range(0, raw.size())
                .mapToObj(i -> adjusted(raw.get(i), adjusted[i]))
                .toList();
    }

    private Comparison comparison(SystemReport first, SystemReport second, double p) {
        MeasureValue a = first.value(task.mainMeasure());
        MeasureValue b = second.value(task.mainMeasure());
        return new Comparison(first.system(), second.system(), task.mainMeasure(), a.value() - b.value(), p, p);
    }

    private static Comparison adjusted(Comparison raw, double adjusted) {
        return new Comparison(raw.first(), raw.second(), raw.measure(), raw.difference(), raw.p(), adjusted);
    }

    private List<Warning> warnings(List<Winner> winners) {
        List<Warning> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(task.warnings());
        for (int system = 0; system < winners.size(); system++) {
            String label = plan.systems().get(system).name().label();
            int zeros = winners.get(system).test().zeroVectors();
            if (zeros > 0) {
                warnings.add(new Warning(
                        ZEROS,
                        zeros,
                        "zero vectors of " + label
                                + " in the test part: empty texts, or none of their tokens is known; a"
                                + " zero vector is like no other"));
            }
            warnings.addAll(task.warnings(label, winners.get(system)));
        }
        return warnings;
    }

    private Winner winner(List<Outcome> validation, List<Outcome> tests) {
        int best = best(validation);
        Optional<Outcome> chosen = validation.stream()
                .filter(outcome -> outcome.trial().candidate() == best)
                .findFirst();
        return new Winner(best, chosen, tests);
    }

    private int best(List<Outcome> validation) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (Outcome outcome : validation) {
            double score = Objects.requireNonNull(task.validationScores(outcome).get(task.mainMeasure()));
            if (score > highest) {
                highest = score;
                best = outcome.trial().candidate();
            }
        }
        return best;
    }

    private SystemVectors vectors(int index) {
        EvaluatedSystem system = plan.systems().get(index);
        return new SystemVectors(encoded.get(system.encoding()).variant(system.variant()), task.texts(), system);
    }

    private static List<Outcome> of(List<Outcome> outcomes, int system, Split split) {
        return outcomes.stream()
                .filter(outcome -> outcome.trial().system() == system)
                .filter(outcome -> outcome.trial().split() == split)
                .sorted(Comparator.comparingInt(
                                (Outcome outcome) -> outcome.trial().candidate())
                        .thenComparingLong(outcome -> outcome.trial().seed()))
                .toList();
    }
}
