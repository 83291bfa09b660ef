package dev.embeam.transform.classify;

import dev.embeam.classify.DocumentClassifier;
import dev.embeam.classify.GoldPlace;
import dev.embeam.classify.JudgedDocuments;
import dev.embeam.classify.LabelNames;
import dev.embeam.classify.StageWork;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.PredictionBatch;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Gives labels to the documents of a batch. */
final class ClassifyFn extends DoFn<DocumentBatch, PredictionBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter documents = Metrics.counter(Classify.class, "documents");
    private final Counter withoutLabel = Metrics.counter(Classify.class, "documents_without_label");
    private final ClassifierSource source;
    private final GoldPlace gold;
    private transient @Nullable DocumentClassifier classifier;
    private transient @Nullable LabelNames names;

    ClassifyFn(ClassifierSource source, GoldPlace gold) {
        this.source = source;
        this.gold = gold;
    }

    /** Reads the models, or finds them read. */
    @Setup
    public void open() {
        DocumentClassifier opened = source.open();
        classifier = opened;
        names = LabelNames.of(opened.labels());
    }

    /** One batch to one batch. */
    @ProcessElement
    public void process(@Element DocumentBatch batch, MultiOutputReceiver out) {
        GoldPlace.Labelled labelled = gold.read(batch, Objects.requireNonNull(names));
        DocumentClassifier.Classified classified = Objects.requireNonNull(classifier)
                .classify(labelled.batch().keys(), labelled.batch().texts());
        count(classified.predictions());
        out.get(Classify.PREDICTIONS).output(classified.predictions());
        boolean told =
                gold.kind() != GoldPlace.Kind.NOWHERE || !classified.work().equals(StageWork.NONE);
        if (told && batch.size() > 0) {
            out.get(Classify.JUDGED).output(JudgedDocuments.of(classified, labelled.gold()));
        }
    }

    private void count(PredictionBatch batch) {
        documents.inc(batch.size());
        int without = 0;
        for (int i = 0; i < batch.size(); i++) {
            without += batch.offsets()[i] == batch.offsets()[i + 1] ? 1 : 0;
        }
        withoutLabel.inc(without);
    }

    /** Lets the models go. */
    @Teardown
    public void close() {
        classifier = null;
    }
}
