package dev.embeam.schema.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.VariantBatch;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class CodersTest {
    private static final EncodingCounts COUNTS = new EncodingCounts(2, 9, 1, 0, 1);
    private static final FailedRecord FAILURE =
            new FailedRecord("b.jsonl", 7, 0, "x", FailureReason.WRONG_TYPE, "a number", "a text");

    @Test
    void everyRecordComesBackEqual() throws Exception {
        DocumentKeys keys = keys();
        assertComesBack(keys.ids(), TextColumnCoder.of());
        assertComesBack(keys, DocumentKeysCoder.of());
        assertComesBack(new DocumentBatch(keys, TextColumn.of("\ud800 lone", "")), DocumentBatchCoder.of());
        assertComesBack(
                new TokenBatch(keys, new int[] {4, 5, 6}, new int[] {0, 3, 3}, BitSet.valueOf(new long[] {2}), COUNTS),
                TokenBatchCoder.of());
        float[] vectors = {1, -0.0f, Float.NaN, Float.MIN_VALUE};
        assertComesBack(new EmbeddingBatch(keys, 2, vectors, COUNTS), EmbeddingBatchCoder.of());
        assertComesBack(
                new VariantBatch(3, new EmbeddingBatch(keys, 2, vectors, COUNTS), 1L << 40), VariantBatchCoder.of());
        assertComesBack(FAILURE, FailedRecordCoder.of());
        assertComesBack(COUNTS, EncodingCountsCoder.of());
        CollectionSummary summary = CollectionSummary.ofDocuments(new DocumentBatch(keys, TextColumn.of("", "漢字")))
                .plus(CollectionSummary.ofFailures(FailureReason.DUPLICATE_ID, 2))
                .plus(CollectionSummary.ofTokens(
                        new TokenBatch(keys, new int[9], new int[] {0, 3, 9}, new BitSet(), COUNTS)));
        assertComesBack(summary, CollectionSummaryCoder.of());
        assertThat(summary.failures())
                .containsOnly(Map.entry(FailureReason.WRONG_TYPE, 1L), Map.entry(FailureReason.DUPLICATE_ID, 2L));
        assertThat(summary.emptyTexts()).isEqualTo(1);
    }

    @Test
    void searchResultsComeBackEqual() throws Exception {
        RankingBlock hits = new RankingBlock(
                new int[] {0, 2, 2, 3}, List.of("b", "\uD83D\uDE00", ""), new float[] {2, 1, -0.5f}, new int[] {4, 0, 0
                });
        RankingBlock judged = new RankingBlock(new int[4], List.of(), new float[0], new int[3]);
        SearchCounts counts = new SearchCounts(1, 2, 3, 4, 5, 6, 7, 1L << 40);
        assertComesBack(hits, RankingBlockCoder.of());
        assertComesBack(counts, SearchCountsCoder.of());
        assertComesBack(new SearchResult(hits, judged, counts), SearchResultCoder.of());
    }

    @Test
    void beamFindsTheCodersByItself() throws Exception {
        CoderRegistry registry = CoderRegistry.createDefault();
        assertThat(registry.getCoder(DocumentBatch.class)).isEqualTo(DocumentBatchCoder.of());
        assertThat(registry.getCoder(EmbeddingBatch.class)).isEqualTo(EmbeddingBatchCoder.of());
        assertThat(registry.getCoder(SearchResult.class)).isEqualTo(SearchResultCoder.of());
        assertThat(registry.getCoder(VariantBatch.class)).isEqualTo(VariantBatchCoder.of());
    }

    @Test
    void embeddingsCostFourBytesANumberAndLittleElse() throws Exception {
        EmbeddingBatch batch = new EmbeddingBatch(DocumentKeys.ofIds("x", "y"), 256, new float[512], COUNTS);
        assertThat(CoderUtils.encodeToByteArray(EmbeddingBatchCoder.of(), batch).length)
                .isLessThan(512 * Float.BYTES + 200);
    }

    private static <T> void assertComesBack(T value, Coder<T> coder) throws Exception {
        coder.verifyDeterministic();
        byte[] bytes = CoderUtils.encodeToByteArray(coder, value);
        assertThat(CoderUtils.decodeFromByteArray(coder, bytes)).isEqualTo(value);
    }

    private static DocumentKeys keys() {
        TextColumnBuilder kept = new TextColumnBuilder();
        kept.append("題");
        kept.appendAbsent();
        return new DocumentKeys(
                "a.jsonl", new long[] {0, 1L << 40}, TextColumn.of("x", "y"), List.of(kept.build()), List.of(FAILURE));
    }
}
