package dev.embeam.pipeline.classify;

import dev.embeam.classify.GoldLabels;
import dev.embeam.classify.GoldPlace;
import dev.embeam.classify.LabelNames;
import dev.embeam.learn.Classifier;
import dev.embeam.learn.LogisticRegression;
import dev.embeam.learn.NearestNeighbors;
import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.transform.classify.FastTextStageSource;
import dev.embeam.transform.classify.PredictorSource;
import dev.embeam.transform.classify.StageSource;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second stage of a cascade, with what has to be held while it is used. */
record SecondStage(StageSource source, String runId, Optional<ModelLease> lease) implements AutoCloseable {
    private static final Map<String, Classifier> LEARNT =
            Map.of("knn", new NearestNeighbors(), "logreg", new LogisticRegression());

    /** Whether the flag names a classifier that learns from vectors. */
    static boolean isLearnt(String second) {
        return LEARNT.containsKey(second);
    }

    /** The stage that the flags name, read or learnt. */
    static SecondStage of(ClassifyOptions options, String runId) throws IOException {
        if (!isLearnt(options.getSecond())) {
            PredictorSource predictor = new PredictorSource(options.getSecond(), runId);
            predictor.get();
            return new SecondStage(
                    new FastTextStageSource(predictor, options.getTopK(), options.getThreshold()),
                    runId,
                    Optional.empty());
        }
        ModelSource model = ModelSource.of(options.getEncoder());
        ModelLease lease = model.lease();
        boolean ready = false;
        try {
            StageSource stage = learn(options, runId, new ModelEncoding(model, List.of(ModelSettings.AUTO_TOKENS)));
            ready = true;
            return new SecondStage(stage, runId, Optional.of(lease));
        } finally {
            if (!ready) {
                lease.close();
            }
        }
    }

    private static StageSource learn(ClassifyOptions options, String runId, ModelEncoding encoding) throws IOException {
        LabelledCollection train =
                LabelledCollection.match(options.getTrain(), Settings.read(options, runId), options.getLabelField());
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        MatchedFiles.Batches batches = train.files().read();
        while (batches.next()) {
            GoldPlace.Labelled labelled = train.gold().read(batches.batch(), LabelNames.of(List.of()));
            GoldLabels gold = labelled.gold();
            for (int i = 0; i < gold.documents(); i++) {
                if (gold.isKnown(i)) {
                    // Without known labels all are told by name; of several, the first is the class.
                    labels.add(gold.unknown().get(-1 - gold.labels()[gold.offsets()[i]]));
                    texts.add(labelled.batch().texts().get(i));
                }
            }
        }
        if (labels.stream().distinct().count() < 2) {
            throw new IllegalArgumentException("--train " + options.getTrain() + " has "
                    + labels.stream().distinct().count() + " classes in the field \"" + options.getLabelField()
                    + "\"; expected two or more to tell apart");
        }
        return LearntStage.of(options.getSecond(), runId, encoding, texts, labels);
    }

    static Classifier learner(String name) {
        Classifier learner = LEARNT.get(name);
        if (learner == null) {
            throw new IllegalArgumentException("no classifier " + name + "; expected one of " + LEARNT.keySet());
        }
        return learner;
    }

    @Override
    public void close() {
        LearntStage.forget(runId);
        lease.ifPresent(ModelLease::close);
    }
}
