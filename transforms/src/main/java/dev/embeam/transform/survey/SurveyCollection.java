package dev.embeam.transform.survey;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.coder.CollectionSummaryCoder;
import dev.embeam.schema.coder.IdBlockCoder;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Adds up what a collection holds: its documents, the lengths of their texts, the records that are none, the ids that occur
 * more than once, and with {@link #withTokenizer} its tokens.
 *
 * <p>The output has one element, also for an empty input ({@link CollectionSummary#EMPTY}). It does not depend on order,
 * bundles or runner. Hashes of ids cross a shuffle.
 */
public final class SurveyCollection extends PTransform<PCollection<DocumentBatch>, PCollection<CollectionSummary>> {
    private static final long serialVersionUID = 1L;

    /** None, or one. A list because Beam's transforms are serialised, and an Optional cannot be. */
    private final List<PTransform<PCollection<DocumentBatch>, PCollection<TokenBatch>>> tokenizers;

    private SurveyCollection(List<PTransform<PCollection<DocumentBatch>, PCollection<TokenBatch>>> tokenizers) {
        this.tokenizers = tokenizers;
    }

    /** A survey without tokens. */
    public static SurveyCollection create() {
        return new SurveyCollection(List.of());
    }

    /** The same with the tokens that this transform gives. */
    public SurveyCollection withTokenizer(PTransform<PCollection<DocumentBatch>, PCollection<TokenBatch>> tokenizer) {
        return new SurveyCollection(List.of(tokenizer));
    }

    @Override
    public PCollection<CollectionSummary> expand(PCollection<DocumentBatch> documents) {
        PCollectionList<CollectionSummary> parts = PCollectionList.of(
                        each(documents, "Texts", CollectionSummary::ofDocuments))
                .and(duplicates(documents));
        for (PTransform<PCollection<DocumentBatch>, PCollection<TokenBatch>> tokenizer : tokenizers) {
            parts = parts.and(each(documents.apply("Tokenize", tokenizer), "Tokens", CollectionSummary::ofTokens));
        }
        return parts.apply("Parts", Flatten.pCollections()).apply("Add up", Combine.globally(new AddUpFn()));
    }

    private static <T> PCollection<CollectionSummary> each(
            PCollection<T> input, String name, SerializableFunction<T, CollectionSummary> part) {
        return input.apply(
                        name,
                        MapElements.into(TypeDescriptor.of(CollectionSummary.class))
                                .via(part))
                .setCoder(CollectionSummaryCoder.of());
    }

    private static PCollection<CollectionSummary> duplicates(PCollection<DocumentBatch> documents) {
        return documents
                .apply("Collect ids", ParDo.of(new CollectIdsFn()))
                .setCoder(KvCoder.of(VarIntCoder.of(), IdBlockCoder.of()))
                .apply("Group ids", GroupByKey.create())
                .apply("Count duplicates", ParDo.of(new CountDuplicatesFn()))
                .setCoder(CollectionSummaryCoder.of());
    }

    /** The sum of summaries. */
    private static final class AddUpFn extends Combine.BinaryCombineFn<CollectionSummary> {
        private static final long serialVersionUID = 1L;

        @Override
        public CollectionSummary identity() {
            return CollectionSummary.EMPTY;
        }

        @Override
        public CollectionSummary apply(CollectionSummary left, CollectionSummary right) {
            return left.plus(right);
        }
    }
}
