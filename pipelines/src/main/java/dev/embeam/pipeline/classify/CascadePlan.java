package dev.embeam.pipeline.classify;

import dev.embeam.classify.Cascade;
import dev.embeam.classify.CascadeScores;
import dev.embeam.classify.DocumentClassifier;
import dev.embeam.classify.Gate;
import dev.embeam.classify.GoldPlace;
import dev.embeam.classify.JudgedDocuments;
import dev.embeam.classify.LabelNames;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.statistic.Bootstrap;
import dev.embeam.transform.classify.ClassifierSource;
import dev.embeam.transform.classify.FastTextStageSource;
import dev.embeam.transform.classify.PredictorSource;
import dev.embeam.transform.classify.StageSource;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A cascade whose threshold is chosen by validation documents, which it is then tried on. */
final class CascadePlan implements AutoCloseable {
    private final ClassifyOptions options;
    private final PredictorSource first;
    private final SecondStage second;
    private final Gate gate;
    private final CascadeReport validated;

    private CascadePlan(
            ClassifyOptions options, PredictorSource first, SecondStage second, Gate gate, CascadeReport validated) {
        this.options = options;
        this.first = first;
        this.second = second;
        this.gate = gate;
        this.validated = validated;
    }

    /**
     * Tells what is wrong with the flags alone, before any file is read.
     *
     * @throws IllegalArgumentException naming the flag
     */
    static void check(ClassifyOptions options) {
        boolean cascade = !options.getSecond().isEmpty();
        require(
                cascade
                        || (options.getPositiveLabel().isEmpty()
                                && options.getValidation().isEmpty()),
                "--positiveLabel and --validation are for a cascade; expected --second, or neither of them");
        require(
                !cascade || !options.getPositiveLabel().isEmpty(),
                "--positiveLabel is empty; expected the label that the cascade looks for");
        require(
                !cascade || !options.getValidation().isEmpty(),
                "--validation is empty; expected documents to choose the first stage's threshold by");
        require(
                !cascade || (options.getTargetRecall() > 0 && options.getTargetRecall() <= 1),
                "--targetRecall is " + options.getTargetRecall() + "; expected more than 0 and at most 1");
        require(!options.getLabelField().isEmpty(), "--labelField is empty; expected the field of right labels");
        boolean learnt = SecondStage.isLearnt(options.getSecond());
        require(
                learnt != options.getTrain().isEmpty()
                        && learnt != options.getEncoder().isEmpty(),
                "--second is \"" + options.getSecond() + "\", --train \"" + options.getTrain() + "\" and --encoder \""
                        + options.getEncoder() + "\"; expected the last two with knn and logreg, and only with those");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Reads the models, chooses the threshold and tries the cascade on the validation documents. */
    static CascadePlan of(ClassifyOptions options, PredictorSource first, String runId) throws IOException {
        List<String> labels = first.get().labels();
        int positive = LabelNames.of(labels).find(options.getPositiveLabel());
        require(
                positive != LabelNames.NONE,
                "--positiveLabel is \"" + options.getPositiveLabel() + "\"; expected one of the " + labels.size()
                        + " labels of " + options.getModel() + ", such as " + labels.get(0));
        LabelledCollection validation = LabelledCollection.match(
                options.getValidation(), Settings.read(options, runId), options.getLabelField());
        Gate gate = choose(validation, new FastTextStageSource(first, -1, 0), positive, options.getTargetRecall());
        SecondStage second = SecondStage.of(options, runId);
        CascadeReport report = new CascadeReport(
                options.getModel(),
                options.getSecond(),
                labels.get(positive),
                options.getTargetRecall(),
                gate.threshold(),
                List.of());
        CascadePlan unproven = new CascadePlan(options, first, second, gate, report);
        return new CascadePlan(options, first, second, gate, unproven.tried(validation));
    }

    private static Gate choose(LabelledCollection validation, StageSource first, int positive, double targetRecall)
            throws IOException {
        float[] probabilities = new float[1024];
        boolean[] right = new boolean[1024];
        int size = 0;
        DocumentClassifier classifier = DocumentClassifier.of(first.open());
        LabelNames names = LabelNames.of(classifier.labels());
        MatchedFiles.Batches batches = validation.files().read();
        while (batches.next()) {
            GoldPlace.Labelled labelled = validation.gold().read(batches.batch(), names);
            PredictionBatch predicted = classifier
                    .classify(labelled.batch().keys(), labelled.batch().texts())
                    .predictions();
            for (int i = 0; i < predicted.size(); i++) {
                if (labelled.gold().isKnown(i)) {
                    if (size == right.length) {
                        probabilities = Arrays.copyOf(probabilities, 2 * size);
                        right = Arrays.copyOf(right, 2 * size);
                    }
                    probabilities[size] = predicted.probability(i, positive);
                    right[size++] = labelled.gold().has(i, positive);
                }
            }
        }
        return Gate.choose(positive, Arrays.copyOf(probabilities, size), Arrays.copyOf(right, size), targetRecall);
    }

    private CascadeReport tried(LabelledCollection validation) throws IOException {
        DocumentClassifier cascade = source(true).open();
        LabelNames names = LabelNames.of(cascade.labels());
        List<JudgedDocuments> parts = new ArrayList<>();
        MatchedFiles.Batches batches = validation.files().read();
        while (batches.next()) {
            GoldPlace.Labelled labelled = validation.gold().read(batches.batch(), names);
            if (labelled.batch().size() > 0) {
                parts.add(JudgedDocuments.of(
                        cascade.classify(
                                labelled.batch().keys(), labelled.batch().texts()),
                        labelled.gold()));
            }
        }
        Bootstrap bootstrap = new Bootstrap(Math.max(1, options.getBootstrapSamples() / 10), options.getSeed());
        return new CascadeReport(
                validated.first(),
                validated.second(),
                validated.positiveLabel(),
                validated.targetRecall(),
                validated.threshold(),
                List.of(new CascadeScores(parts, gate.label(), bootstrap).part("validation")));
    }

    /**
     * The cascade.
     *
     * @param asksAlways whether the second stage is asked about all documents, for the sake of the report; see {@link Cascade}
     */
    ClassifierSource source(boolean asksAlways) {
        return ClassifierSource.cascade(
                first, gate, second.source(), options.getTopK(), options.getThreshold(), asksAlways);
    }

    /** The report of the validation. */
    CascadeReport validated() {
        return validated;
    }

    /** Number of the positive label. */
    int positive() {
        return gate.label();
    }

    @Override
    public void close() {
        second.close();
    }
}
