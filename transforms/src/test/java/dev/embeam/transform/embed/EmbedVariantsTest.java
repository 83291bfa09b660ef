package dev.embeam.transform.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.SharedFiles;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.TextEncoder;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.VariantBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedVariantsTest {
    private static final DocumentBatch DOCUMENTS = new DocumentBatch(
            DocumentKeys.ofIds("a", "b", "c"),
            TextColumn.of("吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "", "hello world and much more text"));

    @ParameterizedTest
    @ValueSource(strings = {"models/ja-static-256", "models/model2vec-fixtures/test-model-float32"})
    void everyVariantGivesTheVectorsOfAModelLoadedWithItsLimit(String folder) {
        ModelSource source = ModelSource.of(SharedFiles.path(folder).toString());
        List<EncoderVariant> variants = List.of(
                new EncoderVariant(source, ModelSettings.AUTO_TOKENS),
                new EncoderVariant(source, 4),
                new EncoderVariant(source, 1));

        ArrayList<float[]> expected = new ArrayList<>();
        for (EncoderVariant variant : variants) {
            TextEncoder alone = source.withSettings(source.settings().withMaxTokens(variant.maxTokens()))
                    .load();
            expected.add(alone.encode(alone.newTokenizing().tokenize(DOCUMENTS)).vectors());
        }
        Pipeline pipeline = Pipeline.create();
        PCollection<VariantBatch> found = pipeline.apply(Create.of(DOCUMENTS)).apply(EmbedVariants.of(variants));
        PAssert.that(found).satisfies(batches -> {
            for (VariantBatch batch : batches) {
                assertThat(batch.batch().vectors()).isEqualTo(expected.get(batch.variant()));
                assertThat(batch.encodeNanos()).isPositive();
            }
            assertThat(batches).hasSize(3);
            return null;
        });
        pipeline.run().waitUntilFinish();
    }

    @Test
    void oneModelInMemoryServesAllVariantsOfASource() {
        ModelSource source =
                ModelSource.of(SharedFiles.path("models/ja-static-256").toString());
        List<EncoderVariant> variants = List.of(new EncoderVariant(source, 8), new EncoderVariant(source, 16));
        try (ModelLease first = source.lease();
                ModelLease second = source.lease()) {
            assertThat(SharedTokens.group(variants, List.of(first, second))).hasSize(1);
        }
    }
}
