package dev.embeam.transform.embed;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.VariantBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Runs every encoder over every batch. */
final class EmbedVariantsFn extends DoFn<DocumentBatch, VariantBatch> {
    private static final long serialVersionUID = 1L;

    private final List<EncoderVariant> variants;
    private transient List<ModelLease> leases = List.of();
    private transient List<SharedTokens> groups = List.of();

    EmbedVariantsFn(List<EncoderVariant> variants) {
        this.variants = variants;
    }

    /** Reads the models, or finds them read. */
    @Setup
    public void acquire() {
        leases = new ArrayList<>();
        try {
            for (EncoderVariant variant : variants) {
                leases.add(variant.source().lease());
            }
            groups = SharedTokens.group(variants, leases);
        } catch (RuntimeException | Error failure) {
            // Not every runner tears down a function whose setup failed.
            release();
            throw failure;
        }
    }

    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<VariantBatch> out) {
        for (SharedTokens group : groups) {
            long begin = System.nanoTime();
            TokenBatch tokens = group.tokenize(batch);
            long tokenizing = System.nanoTime() - begin;
            for (SharedTokens.Member member : group.members()) {
                long start = System.nanoTime();
                EmbeddingBatch encoded = group.encode(tokens, member);
                out.output(new VariantBatch(member.variant(), encoded, tokenizing + System.nanoTime() - start));
            }
        }
    }

    /** Lets the models go. */
    @Teardown
    public void release() {
        leases.forEach(ModelLease::close);
        leases = List.of();
    }
}
