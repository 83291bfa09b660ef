package dev.embeam.transform.rank;

import dev.embeam.schema.SearchCounts;

/** Counts without what differs from run to run. */
final class Timeless {
    private Timeless() {}

    static SearchCounts of(SearchCounts counts) {
        return new SearchCounts(
                counts.documents(),
                counts.zeroVectors(),
                counts.notFinite(),
                counts.repeatedIds(),
                counts.failedRecords(),
                counts.encodedTexts(),
                0,
                0);
    }
}
