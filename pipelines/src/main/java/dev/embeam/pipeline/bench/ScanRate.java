package dev.embeam.pipeline.bench;

import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.VectorSearch;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Speed of the search in memory on one thread, by CPU time: the fastest of several passes, as whatever else the machine does
 * only makes a pass slower.
 */
final class ScanRate {
    private static final int BATCH_ROWS = 1024;
    private static final int NUMBERS = 32 << 20;
    private static final int PASSES = 6;

    private ScanRate() {}

    /** CPU seconds of searching a sample for the queries by this plan, and the number of documents in it. */
    record Sample(double seconds, long documents) {}

    static Sample measure(SearchPlan plan, QueryVectors queries, JudgedDocuments judged) {
        int dim = queries.dim();
        List<VariantBatch> sample = IntStream.range(0, Math.max(1, NUMBERS / dim / BATCH_ROWS))
                .mapToObj(i -> RandomVectors.documents((long) i * BATCH_ROWS, BATCH_ROWS, dim))
                .toList();
        // Lists that are full already, as they are for nearly all documents of a large collection.
        VectorSearch search = new VectorSearch(plan, List.of(queries), judged);
        sample.forEach(search::add);
        long fastest = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            sample.forEach(search::add);
            fastest = Math.min(fastest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return new Sample(fastest / 1e9, (long) sample.size() * BATCH_ROWS);
    }
}
