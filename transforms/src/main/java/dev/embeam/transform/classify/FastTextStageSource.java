package dev.embeam.transform.classify;

import dev.embeam.classify.FastTextStage;
import dev.embeam.classify.LabelStage;

/**
 * A classifier of fastText as a stage.
 *
 * @param predictor the classifier
 * @param topK how many labels it gives at most, or -1 for all
 * @param threshold least probability of a label that it gives
 */
public record FastTextStageSource(PredictorSource predictor, int topK, float threshold) implements StageSource {
    private static final long serialVersionUID = 1L;

    @Override
    public LabelStage open() {
        return new FastTextStage(predictor.get(), topK, threshold);
    }
}
