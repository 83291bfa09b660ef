package dev.embeam.transform.embed;

import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.coder.EmbeddingBatchCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Turns tokens into vectors: one {@link EmbeddingBatch} for every {@link TokenBatch}, whose ids must be those of the model's
 * tokenizer. A vector depends on the text, the model and its settings alone, not on batch, bundle or worker; a text without
 * tokens has a zero vector.
 *
 * <p>The model is read once a JVM and shared by all functions and slots that use it.
 *
 * <p>Counters: {@code documents}, {@code empty_texts}, {@code truncated_texts}.
 */
public final class Encode extends PTransform<PCollection<TokenBatch>, PCollection<EmbeddingBatch>> {
    private static final long serialVersionUID = 1L;

    private final ModelSource source;

    private Encode(ModelSource source) {
        this.source = source;
    }

    /** With this model. */
    public static Encode of(ModelSource source) {
        return new Encode(source);
    }

    @Override
    public PCollection<EmbeddingBatch> expand(PCollection<TokenBatch> tokens) {
        return tokens.apply("Average rows", ParDo.of(new EncodeFn(source))).setCoder(EmbeddingBatchCoder.of());
    }
}
