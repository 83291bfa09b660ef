package dev.embeam.transform.embed;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EmbeddingBatch;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * Documents to vectors with one model: {@link Tokenize}, then {@link Encode}, which runners fuse into one step.
 *
 * <pre>{@code
 * PCollection<EmbeddingBatch> vectors = documents.apply("Embed", Embed.of(ModelSource.of("models/ja-static-256")));
 * }</pre>
 */
public final class Embed extends PTransform<PCollection<DocumentBatch>, PCollection<EmbeddingBatch>> {
    private static final long serialVersionUID = 1L;

    private final ModelSource source;

    private Embed(ModelSource source) {
        this.source = source;
    }

    /** With this model. */
    public static Embed of(ModelSource source) {
        return new Embed(source);
    }

    @Override
    public PCollection<EmbeddingBatch> expand(PCollection<DocumentBatch> documents) {
        return documents.apply("Tokenize", Tokenize.of(source)).apply("Encode", Encode.of(source));
    }
}
