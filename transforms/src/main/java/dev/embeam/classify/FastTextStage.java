package dev.embeam.classify;

import dev.embeam.schema.TextColumn;
import java.util.List;

/** A classifier of fastText as a stage. */
public final class FastTextStage implements LabelStage {
    private final LabelPredictor predictor;
    private final LabelSession session;

    /** With the settings of {@link LabelPredictor#session}. */
    public FastTextStage(LabelPredictor predictor, int topK, float threshold) {
        this.predictor = predictor;
        session = predictor.session(topK, threshold);
    }

    @Override
    public List<String> labels() {
        return predictor.labels();
    }

    @Override
    public void classify(TextColumn texts, Predictions out) {
        for (int i = 0; i < texts.size(); i++) {
            int size = session.predict(texts.chars(), texts.offsets()[i], texts.offsets()[i + 1]);
            for (int rank = 0; rank < size; rank++) {
                out.add(session.label(rank), session.probability(rank));
            }
            out.endDocument();
        }
    }
}
