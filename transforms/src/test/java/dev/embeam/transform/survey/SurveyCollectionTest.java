package dev.embeam.transform.survey;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.coder.DocumentBatchCoder;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SurveyCollectionTest {
    @Test
    void countsDocumentsLengthsFailuresAndRepeatedIdsAcrossBatches() {
        FailedRecord failure = new FailedRecord("b", 9, 0, "", FailureReason.BROKEN_JSON, "a", "b");
        DocumentKeys second =
                new DocumentKeys("b", new long[] {0, 5}, TextColumn.of("x", "z"), List.of(), List.of(failure));
        Pipeline pipeline = Pipeline.create();
        PCollection<CollectionSummary> summary = pipeline.apply(Create.of(
                                new DocumentBatch(DocumentKeys.ofIds("x", "y", "x"), TextColumn.of("", "ab", "abc")),
                                new DocumentBatch(second, TextColumn.of("abcd", "")))
                        .withCoder(DocumentBatchCoder.of()))
                .apply(SurveyCollection.create());
        PAssert.thatSingleton(summary).satisfies(found -> {
            Assertions.assertThat(found.documents()).isEqualTo(5);
            Assertions.assertThat(found.emptyTexts()).isEqualTo(2);
            Assertions.assertThat(found.characters()).isEqualTo(9);
            Assertions.assertThat(found.textLengths().quantile(1)).isEqualTo(4);
            Assertions.assertThat(found.failures())
                    .isEqualTo(Map.of(FailureReason.BROKEN_JSON, 1L, FailureReason.DUPLICATE_ID, 2L));
            Assertions.assertThat(found.tokenized()).isFalse();
            return null;
        });
        pipeline.run().waitUntilFinish();
    }

    @Test
    void nothingGivesAnEmptySummary() {
        Pipeline pipeline = Pipeline.create();
        PAssert.thatSingleton(
                        pipeline.apply(Create.empty(DocumentBatchCoder.of())).apply(SurveyCollection.create()))
                .isEqualTo(CollectionSummary.EMPTY);
        pipeline.run().waitUntilFinish();
    }
}
