package dev.embeam.schema;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a collection holds; summaries of parts add up to that of the whole.
 *
 * @param documents records that are documents, those with a repeated id included
 * @param emptyTexts documents whose text has no character
 * @param characters UTF-16 code units of all texts
 * @param textLengths code units of each text
 * @param tokenized whether a tokenizer was at hand; where not, what follows is empty
 * @param tokens token ids of all texts
 * @param unknownTokens how many tokens are the unknown token
 * @param tokenCounts tokens of each text
 * @param failures records that are no documents, by reason, repeated ids included
 */
public record CollectionSummary(
        long documents,
        long emptyTexts,
        long characters,
        Histogram textLengths,
        boolean tokenized,
        long tokens,
        long unknownTokens,
        Histogram tokenCounts,
        Map<FailureReason, Long> failures)
        implements Serializable {
    /** Of nothing. */
    public static final CollectionSummary EMPTY =
            new CollectionSummary(0, 0, 0, Histogram.empty(), false, 0, 0, Histogram.empty(), Map.of());

    /** Copies the map. */
    public CollectionSummary {
        failures = Map.copyOf(failures);
    }

    /** Of the documents of a batch, and of what failed beside them. */
    public static CollectionSummary ofDocuments(DocumentBatch batch) {
        Histogram lengths = Histogram.of(lengths(batch.texts().offsets()));
        Map<FailureReason, Long> failures = new EnumMap<>(FailureReason.class);
        batch.keys().failures().forEach(failure -> failures.merge(failure.reason(), 1L, Long::sum));
        return new CollectionSummary(
                batch.size(),
                lengths.between(0, 1),
                batch.texts().offsets()[batch.size()],
                lengths,
                false,
                0,
                0,
                Histogram.empty(),
                failures);
    }

    /** Of the tokens of a batch whose texts are counted elsewhere. */
    public static CollectionSummary ofTokens(TokenBatch tokens) {
        return new CollectionSummary(
                0,
                0,
                0,
                Histogram.empty(),
                true,
                tokens.counts().tokens(),
                tokens.counts().unknownTokens(),
                Histogram.of(lengths(tokens.offsets())),
                Map.of());
    }

    /** Of some records that failed for one reason. */
    public static CollectionSummary ofFailures(FailureReason reason, long count) {
        return new CollectionSummary(0, 0, 0, Histogram.empty(), false, 0, 0, Histogram.empty(), Map.of(reason, count));
    }

    /** Of both parts. */
    public CollectionSummary plus(CollectionSummary other) {
        Map<FailureReason, Long> sums = new EnumMap<>(FailureReason.class);
        sums.putAll(failures);
        other.failures.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
        return new CollectionSummary(
                documents + other.documents,
                emptyTexts + other.emptyTexts,
                characters + other.characters,
                textLengths.plus(other.textLengths),
                tokenized || other.tokenized,
                tokens + other.tokens,
                unknownTokens + other.unknownTokens,
                tokenCounts.plus(other.tokenCounts),
                sums);
    }

    private static int[] lengths(int[] offsets) {
        int[] lengths = new int[offsets.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = offsets[i + 1] - offsets[i];
        }
        return lengths;
    }
}
