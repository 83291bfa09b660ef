package dev.embeam.schema.coder;

import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CoderProviders;

/** Tells Beam the coder of every record that flows. Beam finds it through the service file of its interface. */
public final class SchemaCoderRegistrar implements CoderProviderRegistrar {
    private static final List<RecordCoder<?>> CODERS = List.of(
            TextColumnCoder.of(),
            DocumentKeysCoder.of(),
            DocumentBatchCoder.of(),
            EncodingCountsCoder.of(),
            TokenBatchCoder.of(),
            EmbeddingBatchCoder.of(),
            PredictionBatchCoder.of(),
            FailedRecordCoder.of(),
            CollectionSummaryCoder.of(),
            IdBlockCoder.of(),
            VariantBatchCoder.of(),
            RankingBlockCoder.of(),
            SearchCountsCoder.of(),
            SearchResultCoder.of());

    @Override
    public List<CoderProvider> getCoderProviders() {
        return CODERS.stream().map(SchemaCoderRegistrar::provider).toList();
    }

    private static <T> CoderProvider provider(AtomicCoder<T> coder) {
        return CoderProviders.forCoder(coder.getEncodedTypeDescriptor(), coder);
    }
}
