package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/** Turns the tokens of a batch into vectors. */
final class EncodeFn extends ModelFn<TokenBatch, EmbeddingBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter documents = Metrics.counter(Encode.class, "documents");
    private final Counter emptyTexts = Metrics.counter(Encode.class, "empty_texts");
    private final Counter truncatedTexts = Metrics.counter(Encode.class, "truncated_texts");
    private transient @Nullable TextEncoder model;

    EncodeFn(ModelSource source) {
        super(source);
    }

    @Override
    void use(TextEncoder shared) {
        model = shared;
    }

    /** One batch to one batch. */
    @ProcessElement
    public void process(@Element TokenBatch batch, OutputReceiver<EmbeddingBatch> out) {
        EmbeddingBatch result = Objects.requireNonNull(model).encode(batch);
        count(result.counts());
        out.output(result);
    }

    private void count(EncodingCounts counts) {
        documents.inc(counts.documents());
        emptyTexts.inc(counts.emptyTexts());
        truncatedTexts.inc(counts.truncatedTexts());
    }
}
