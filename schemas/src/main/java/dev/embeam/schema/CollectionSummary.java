package dev.embeam.schema;

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
        Map<FailureReason, Long> failures) {
    /** Of nothing. */
    public static final CollectionSummary EMPTY =
            new CollectionSummary(0, 0, 0, Histogram.empty(), false, 0, 0, Histogram.empty(), Map.of());

    /** Copies the map. */
    public CollectionSummary {
        failures = Map.copyOf(failures);
    }

    /** Of the texts of a batch. */
    public static CollectionSummary ofTexts(TextColumn texts) {
        int[] lengths = lengths(texts.offsets());
        Histogram histogram = Histogram.of(lengths);
        return new CollectionSummary(
                texts.size(),
                histogram.between(0, 1),
                texts.offsets()[texts.size()],
                histogram,
                false,
                0,
                0,
                Histogram.empty(),
                Map.of());
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

    /** Of one record that is no document. */
    public static CollectionSummary ofFailure(FailedRecord failure) {
        return new CollectionSummary(
                0, 0, 0, Histogram.empty(), false, 0, 0, Histogram.empty(), Map.of(failure.reason(), 1L));
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
