package dev.embeam.transform.classify;

import dev.embeam.classify.Cascade;
import dev.embeam.classify.DocumentClassifier;
import dev.embeam.classify.Gate;
import java.io.Serializable;

/** What opens a classifier of documents on a worker. */
@FunctionalInterface
public interface ClassifierSource extends Serializable {
    /** A classifier for one thread. */
    DocumentClassifier open();

    /** One stage alone. */
    static ClassifierSource of(StageSource stage) {
        return () -> DocumentClassifier.of(stage.open());
    }

    /**
     * Two stages; see {@link Cascade}.
     *
     * @param topK how many labels of the first stage's are listed for documents that it decided
     * @param threshold least probability of a label that is listed for those
     */
    static ClassifierSource cascade(
            PredictorSource first, Gate gate, StageSource second, int topK, float threshold, boolean asksAlways) {
        StageSource all = new FastTextStageSource(first, -1, 0);
        return () -> new Cascade(all.open(), gate, second.open(), new Cascade.Output(topK, threshold), asksAlways);
    }
}
