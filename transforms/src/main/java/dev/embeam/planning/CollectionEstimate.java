package dev.embeam.planning;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a collection holds, as its sample says.
 *
 * @param documents expected, ids that occur more than once included
 * @param documentsSpread half of the 95 % interval of documents, from how much neighbouring pieces differ; 0 for a count
 * @param tokens expected
 * @param tokensSpread half of the 95 % interval of tokens
 * @param failures expected records that are no documents
 */
public record CollectionEstimate(
        double documents, double documentsSpread, double tokens, double tokensSpread, double failures) {
    private static final double NORMAL_95 = 1.96;

    static CollectionEstimate of(List<PieceCount> pieces, boolean whole) {
        return new CollectionEstimate(
                sum(pieces, PieceCount::expectedDocuments),
                whole ? 0 : spread(pieces, PieceCount::expectedDocuments),
                sum(pieces, PieceCount::expectedTokens),
                whole ? 0 : spread(pieces, PieceCount::expectedTokens),
                sum(pieces, PieceCount::expectedFailures));
    }

    private static double sum(List<PieceCount> pieces, ToDoubleFunction<PieceCount> value) {
        return pieces.stream().mapToDouble(value).sum();
    }

    /** Strata of one draw each have no variance of their own; that of successive differences is what is used instead. */
    private static double spread(List<PieceCount> pieces, ToDoubleFunction<PieceCount> value) {
        double squares = 0;
        for (int i = 1; i < pieces.size(); i++) {
            double difference = value.applyAsDouble(pieces.get(i)) - value.applyAsDouble(pieces.get(i - 1));
            squares += difference * difference;
        }
        return NORMAL_95 * Math.sqrt(squares * pieces.size() / Math.max(1, 2 * (pieces.size() - 1)));
    }
}
