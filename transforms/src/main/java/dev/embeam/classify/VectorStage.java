package dev.embeam.classify;

import dev.embeam.learn.Classifier;
import dev.embeam.schema.TextColumn;
import java.util.List;

/**
 * A classifier over the vectors of texts as a stage. It names one class a text and knows no probabilities: every one is
 * reported as 1.
 */
public final class VectorStage implements LabelStage {
    private final Encoder encoder;
    private final Classifier.Fitted classifier;
    private final List<String> labels;

    /**
     * A stage of these parts.
     *
     * @param labels names of the classes by their numbers
     */
    public VectorStage(Encoder encoder, Classifier.Fitted classifier, List<String> labels) {
        this.encoder = encoder;
        this.classifier = classifier;
        this.labels = List.copyOf(labels);
    }

    /** Turns texts into vectors. */
    @FunctionalInterface
    public interface Encoder {
        /** The vectors of all texts in row-major order. */
        float[] encode(TextColumn texts);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public void classify(TextColumn texts, Predictions out) {
        if (texts.size() == 0) {
            return;
        }
        for (int label : classifier.predict(encoder.encode(texts), texts.size())) {
            out.add(label, 1);
            out.endDocument();
        }
    }
}
