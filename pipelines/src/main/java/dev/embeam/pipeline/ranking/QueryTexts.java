package dev.embeam.pipeline.ranking;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The texts of queries as documents to encode. */
final class QueryTexts {
    /** As many as the reader of documents puts together. */
    private static final int BATCH = 512;

    private QueryTexts() {}

    /** The queries of all sets, one set after the other; each is called by its number among them. */
    static List<DocumentBatch> batches(List<QuerySet> sets) {
        List<String> texts = sets.stream()
                .flatMap(set -> set.queries().stream())
                .map(Query::text)
                .toList();
        List<DocumentBatch> batches = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            batches.add(batch(texts, from, Math.min(from + BATCH, texts.size())));
        }
        return batches;
    }

    private static DocumentBatch batch(List<String> texts, int from, int to) {
        String[] numbers = IntStream.range(from, to).mapToObj(String::valueOf).toArray(String[]::new);
        return new DocumentBatch(DocumentKeys.ofIds(numbers), TextColumn.of(texts.subList(from, to)));
    }
}
