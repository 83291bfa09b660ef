package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TokenBatch;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/** Cuts the texts of a batch into tokens. */
final class TokenizeFn extends ModelFn<DocumentBatch, TokenBatch> {
    private static final long serialVersionUID = 1L;

    private final Counter tokens = Metrics.counter(Tokenize.class, "tokens");
    private final Counter unknownTokens = Metrics.counter(Tokenize.class, "unknown_tokens");
    private transient @Nullable Tokenizing tokenizing;

    TokenizeFn(ModelSource source) {
        super(source);
    }

    @Override
    void use(TextEncoder model) {
        tokenizing = model.newTokenizing();
    }

    /** One batch to one batch. */
    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<TokenBatch> out) {
        TokenBatch result = Objects.requireNonNull(tokenizing).tokenize(batch);
        tokens.inc(result.counts().tokens());
        unknownTokens.inc(result.counts().unknownTokens());
        out.output(result);
    }
}
