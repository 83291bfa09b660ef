package dev.embeam.transform.embed;

import dev.embeam.fasttext.document.DocumentEncoder;
import dev.embeam.model.TextEncoder;
import dev.embeam.schema.TokenBatch;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Counts the words of a batch. */
final class CountWordsFn extends ModelFn<TokenBatch, KV<Integer, Long>> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable DocumentEncoder words;

    CountWordsFn(ModelSource source) {
        super(source);
    }

    @Override
    void use(TextEncoder model) {
        words = documents(model);
    }

    /** One batch to one count a word that occurs. */
    @ProcessElement
    public void process(@Element TokenBatch batch, OutputReceiver<KV<Integer, Long>> out) {
        Objects.requireNonNull(words).tally(batch).forEach((word, count) -> out.output(KV.of(word, count)));
    }

    /** A model of fastText. */
    static DocumentEncoder documents(TextEncoder model) {
        if (model instanceof DocumentEncoder documents) {
            return documents;
        }
        throw new IllegalArgumentException(
                model.card().location() + " is a static model; expected one of fastText, whose words can be counted");
    }
}
