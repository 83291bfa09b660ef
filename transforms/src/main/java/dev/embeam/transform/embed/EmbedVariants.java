package dev.embeam.transform.embed;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.VariantBatch;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Documents to vectors with several encoders at once: for every {@link DocumentBatch} one {@link VariantBatch} an encoder,
 * numbered as they were given. A text is cut into tokens once for all limits of tokens of a model; all columns of the model
 * are kept, as narrower vectors are their leading columns.
 *
 * <p>One function does both, rather than {@link Tokenize} and several {@link Encode}, because a branch so early in a graph
 * makes runners store all tokens.
 *
 * <pre>{@code
 * documents.apply("Embed", EmbedVariants.of(List.of(new EncoderVariant(model, 64), new EncoderVariant(model, 256))));
 * }</pre>
 */
public final class EmbedVariants extends PTransform<PCollection<DocumentBatch>, PCollection<VariantBatch>> {
    private static final long serialVersionUID = 1L;

    private final List<EncoderVariant> variants;

    private EmbedVariants(List<EncoderVariant> variants) {
        this.variants = List.copyOf(variants);
    }

    /** With these encoders. */
    public static EmbedVariants of(List<EncoderVariant> variants) {
        return new EmbedVariants(variants);
    }

    @Override
    public PCollection<VariantBatch> expand(PCollection<DocumentBatch> documents) {
        return documents.apply("Tokenize and encode", ParDo.of(new EmbedVariantsFn(variants)));
    }
}
