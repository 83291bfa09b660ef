package dev.embeam.pipeline.classify;

import dev.embeam.classify.LabelStage;
import dev.embeam.classify.VectorStage;
import dev.embeam.evaluation.TextVectors;
import dev.embeam.learn.Classifier;
import dev.embeam.schema.TextColumn;
import dev.embeam.transform.classify.StageSource;
import dev.embeam.transform.embed.ModelEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stage that learns from the vectors of labelled texts: once in each JVM, from vectors that travel with it. Learning is
 * deterministic, so all workers judge alike.
 */
final class LearntStage implements StageSource {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Classifier.Fitted> FITTED = new ConcurrentHashMap<>();

    private final String learner;
    private final String runId;
    private final ModelEncoding encoding;
    private final List<String> names;
    private final float[] vectors;
    private final int dim;
    private final int[] classes;

    private LearntStage(
            String learner,
            String runId,
            ModelEncoding encoding,
            List<String> names,
            TextVectors train,
            int[] classes) {
        this.learner = learner;
        this.runId = runId;
        this.encoding = encoding;
        this.names = names;
        vectors = train.values();
        dim = train.dim();
        this.classes = classes;
    }

    /** Learns by the classifier of this name; classes are numbered in the order of their names. */
    static LearntStage of(
            String learner, String runId, ModelEncoding encoding, List<String> texts, List<String> labels) {
        List<String> names = new ArrayList<>(new TreeSet<>(labels));
        int[] classes = labels.stream().mapToInt(names::indexOf).toArray();
        return new LearntStage(
                learner, runId, encoding, names, encoding.encode(texts).get(0), classes);
    }

    @Override
    public LabelStage open() {
        Classifier.Fitted fitted = FITTED.computeIfAbsent(
                runId, run -> SecondStage.learner(learner).fit(vectors, dim, classes));
        return new VectorStage(this::encode, fitted, names);
    }

    private float[] encode(TextColumn texts) {
        List<String> strings = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            strings.add(texts.get(i));
        }
        return encoding.encode(strings).get(0).values();
    }

    /** Forgets what was learnt for a run. */
    static void forget(String runId) {
        FITTED.remove(runId);
    }
}
