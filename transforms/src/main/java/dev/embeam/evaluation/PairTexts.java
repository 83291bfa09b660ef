package dev.embeam.evaluation;

import dev.embeam.schema.Split;
import dev.embeam.schema.TextPairs;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The texts of pairs in the order in which they are encoded: all first sentences of a part, then all second ones. */
final class PairTexts {
    private PairTexts() {}

    static SortedMap<Split, List<String>> of(Parts<TextPairs> parts) {
        return parts.map(part ->
                Stream.concat(part.first().stream(), part.second().stream()).toList());
    }
}
