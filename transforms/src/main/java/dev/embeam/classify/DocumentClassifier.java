package dev.embeam.classify;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.TextColumn;
import java.util.Arrays;
import java.util.List;

/** Classifies batches of documents, by one stage or by a cascade of two. One thread's. */
public interface DocumentClassifier {
    /** Names of all labels it may give, by their numbers. */
    List<String> labels();

    /** The labels of a batch. */
    Classified classify(DocumentKeys keys, TextColumn texts);

    /** By one stage alone. */
    static DocumentClassifier of(LabelStage stage) {
        Predictions predictions = new Predictions();
        return new DocumentClassifier() {
            @Override
            public List<String> labels() {
                return stage.labels();
            }

            @Override
            public Classified classify(DocumentKeys keys, TextColumn texts) {
                predictions.clear();
                stage.classify(texts, predictions);
                byte[] stages = new byte[texts.size()];
                Arrays.fill(stages, Cascade.FIRST);
                return new Classified(predictions.batch(keys, stages), StageWork.NONE);
            }
        };
    }

    /**
     * What came of a batch.
     *
     * @param predictions its labels
     * @param work what the stages of a cascade had to do; {@link StageWork#NONE} for one stage
     */
    record Classified(PredictionBatch predictions, StageWork work) {}
}
