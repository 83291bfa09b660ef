package dev.embeam.transform.classify;

import dev.embeam.classify.GoldPlace;
import dev.embeam.classify.JudgedDocuments;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.coder.PredictionBatchCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Gives labels to documents.
 *
 * <p>Input: batches of documents. Output: {@link #PREDICTIONS}, one batch a batch with the same keys, but for the field of
 * right labels where that is not to be kept; {@link #JUDGED}, what a report needs of each.
 *
 * <p>Counter: {@code documents}, {@code documents_without_label} (that were given none).
 */
public final class Classify extends PTransform<PCollection<DocumentBatch>, PCollectionTuple> {
    /** Labels of the documents. */
    public static final TupleTag<PredictionBatch> PREDICTIONS = new TupleTag<>() {};
    /** Small parts, for a report over all. */
    public static final TupleTag<JudgedDocuments> JUDGED = new TupleTag<>() {};

    private static final long serialVersionUID = 1L;

    private final ClassifierSource classifier;
    private final GoldPlace gold;

    private Classify(ClassifierSource classifier, GoldPlace gold) {
        this.classifier = classifier;
        this.gold = gold;
    }

    /** Classifies by this. */
    public static Classify of(ClassifierSource classifier, GoldPlace gold) {
        return new Classify(classifier, gold);
    }

    @Override
    public PCollectionTuple expand(PCollection<DocumentBatch> documents) {
        PCollectionTuple classified = documents.apply(
                "Predict",
                ParDo.of(new ClassifyFn(classifier, gold)).withOutputTags(PREDICTIONS, TupleTagList.of(JUDGED)));
        classified.get(PREDICTIONS).setCoder(PredictionBatchCoder.of());
        classified.get(JUDGED).setCoder(SerializableCoder.of(JudgedDocuments.class));
        return classified;
    }
}
