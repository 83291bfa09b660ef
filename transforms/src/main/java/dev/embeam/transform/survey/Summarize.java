package dev.embeam.transform.survey;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.coder.CollectionSummaryCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Adds up what a collection holds: a summary for each element, then the sum of all. The output has one element, also for an
 * empty input ({@link CollectionSummary#EMPTY}). The sum does not depend on order or bundles.
 *
 * @param <T> what is summarised: batches of documents, of tokens, failed records, or summaries
 */
public final class Summarize<T> extends PTransform<PCollection<T>, PCollection<CollectionSummary>> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, CollectionSummary> part;

    private Summarize(SerializableFunction<T, CollectionSummary> part) {
        this.part = part;
    }

    /** Summarises each element with this function. */
    public static <T> Summarize<T> each(SerializableFunction<T, CollectionSummary> part) {
        return new Summarize<>(part);
    }

    @Override
    public PCollection<CollectionSummary> expand(PCollection<T> input) {
        return input.apply(
                        "Summarize each",
                        MapElements.into(TypeDescriptor.of(CollectionSummary.class))
                                .via(part))
                .setCoder(CollectionSummaryCoder.of())
                .apply("Add up", Combine.globally(new AddUpFn()));
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
