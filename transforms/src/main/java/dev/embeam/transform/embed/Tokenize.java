package dev.embeam.transform.embed;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.coder.TokenBatchCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Cuts documents into the tokens of a model: one {@link TokenBatch} for every {@link DocumentBatch}. What a text gives
 * depends on the text and the model alone, not on batch, bundle or worker.
 *
 * <p>The ids are those before a model drops or cuts any, so one tokenisation serves several {@link Encode} transforms:
 * other widths, other limits of tokens, other models with the same tokenizer. Two things of the source act here, on the
 * text: its prompt, and model2vec's limit of characters.
 *
 * <p>Counters: {@code tokens}, {@code unknown_tokens}.
 */
public final class Tokenize extends PTransform<PCollection<DocumentBatch>, PCollection<TokenBatch>> {
    private static final long serialVersionUID = 1L;

    private final ModelSource source;

    private Tokenize(ModelSource source) {
        this.source = source;
    }

    /** With the tokenizer of this model. */
    public static Tokenize of(ModelSource source) {
        return new Tokenize(source);
    }

    @Override
    public PCollection<TokenBatch> expand(PCollection<DocumentBatch> documents) {
        return documents
                .apply("Cut into tokens", ParDo.of(new TokenizeFn(source)))
                .setCoder(TokenBatchCoder.of());
    }
}
