package dev.embeam.transform.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.model.ModelSettings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.coder.DocumentBatchCoder;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedTest {
    private static final DocumentBatch FIRST =
            new DocumentBatch(DocumentKeys.ofIds("a", "b"), TextColumn.of("red xyz", ""));
    private static final DocumentBatch SECOND =
            new DocumentBatch(DocumentKeys.ofIds("c"), TextColumn.of("blue red green"));

    @TempDir
    Path folder;

    private final Pipeline pipeline = Pipeline.create();

    @Test
    void everyBatchBecomesABatchOfVectors() {
        ModelSource source = source();
        assertBatches(
                documents().apply(Embed.of(source)),
                () -> List.of(
                        new EmbeddingBatch(
                                FIRST.keys(),
                                2,
                                new float[] {9.5f / 3, -7.5f / 3, 0, 0},
                                new EncodingCounts(2, 3, 1, 1, 0)),
                        new EmbeddingBatch(
                                SECOND.keys(), 2, new float[] {4f / 3, 5f / 3}, new EncodingCounts(1, 3, 0, 0, 0))));
        pipeline.run().waitUntilFinish();
    }

    @Test
    void oneTokenisationFeedsSeveralWidthsAndLimits() {
        ModelSource source = source();
        PCollection<TokenBatch> tokens = documents().apply(Tokenize.of(source));
        ModelSettings defaults = ModelSettings.defaults();
        PCollection<EmbeddingBatch> narrow =
                tokens.apply("Narrow", Encode.of(source.withSettings(defaults.withDims(1))));
        PCollection<EmbeddingBatch> shorter =
                tokens.apply("Short", Encode.of(source.withSettings(defaults.withMaxTokens(1))));
        assertBatches(
                narrow,
                () -> List.of(
                        new EmbeddingBatch(
                                FIRST.keys(), 1, new float[] {9.5f / 3, 0}, new EncodingCounts(2, 3, 1, 1, 0)),
                        new EmbeddingBatch(SECOND.keys(), 1, new float[] {4f / 3}, new EncodingCounts(1, 3, 0, 0, 0))));
        assertBatches(
                shorter,
                () -> List.of(
                        new EmbeddingBatch(
                                FIRST.keys(), 2, new float[] {1, 0, 0, 0}, new EncodingCounts(2, 3, 1, 1, 1)),
                        new EmbeddingBatch(SECOND.keys(), 2, new float[] {3, 4}, new EncodingCounts(1, 3, 0, 0, 1))));
        pipeline.run().waitUntilFinish();
    }

    @Test
    void countersHaveTheirPublishedNames() {
        documents()
                .apply(Embed.of(source().withSettings(ModelSettings.defaults().withMaxTokens(2))));
        PipelineResult result = pipeline.run();
        result.waitUntilFinish();
        assertThat(counters(result, Tokenize.class)).isEqualTo(Map.of("tokens", 6L, "unknown_tokens", 1L));
        assertThat(counters(result, Encode.class))
                .isEqualTo(Map.of("documents", 3L, "empty_texts", 1L, "truncated_texts", 2L));
    }

    @Test
    void noDocumentsGiveNoVectors() {
        PCollection<DocumentBatch> none = pipeline.apply(Create.empty(DocumentBatchCoder.of()));
        assertBatches(none.apply(Embed.of(source())), () -> List.of());
        pipeline.run().waitUntilFinish();
    }

    @Test
    void damagedModelFailsThePipelineWithItsMessage() throws Exception {
        ModelSource source = source();
        Files.write(folder.resolve("0_StaticEmbedding/model.safetensors"), new byte[3]);
        documents().apply(Embed.of(source));
        assertThatThrownBy(() -> pipeline.run().waitUntilFinish()).hasStackTraceContaining("the file has 3 bytes");
        // The runner tears functions of a failed run down on threads of its own.
        for (int i = 0; i < 1_000 && ModelSource.SHARED.users(source) > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(ModelSource.SHARED.users(source)).isZero();
    }

    @Test
    void modelIsLetGoAfterTheRun() {
        ModelSource source = source();
        documents().apply(Embed.of(source));
        pipeline.run().waitUntilFinish();
        assertThat(ModelSource.SHARED.users(source)).isZero();
    }

    private static void assertBatches(PCollection<EmbeddingBatch> batches, Expected expected) {
        PAssert.that(batches).satisfies(actual -> {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(expected.batches());
            return null;
        });
    }

    /** Made where it is compared, because records do not travel with a function. */
    private interface Expected extends Serializable {
        List<EmbeddingBatch> batches();
    }

    private ModelSource source() {
        return ModelSource.of(FixtureModel.sentenceTransformers(folder, false).toString());
    }

    private PCollection<DocumentBatch> documents() {
        return pipeline.apply(Create.of(FIRST, SECOND).withCoder(DocumentBatchCoder.of()));
    }

    private static Map<String, Long> counters(PipelineResult result, Class<?> namespace) {
        Map<String, Long> counters = new TreeMap<>();
        result.metrics()
                .queryMetrics(MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.inNamespace(namespace))
                        .build())
                .getCounters()
                .forEach(counter -> counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum));
        return counters;
    }
}
