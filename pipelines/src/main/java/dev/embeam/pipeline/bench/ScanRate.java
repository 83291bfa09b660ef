package dev.embeam.pipeline.bench;

import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.VectorSearch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Speed of the search in memory, on one thread or on several at once, by wall time: the fastest of several passes, as
 * whatever else the machine does only makes a pass slower.
 */
final class ScanRate {
    private static final int BATCH_ROWS = 1024;
    private static final int NUMBERS = 32 << 20;
    private static final int PASSES = 6;

    private ScanRate() {}

    /** Seconds of searching a sample for the queries by this plan, and the number of documents searched by all threads. */
    record Sample(double seconds, long documents) {}

    static Sample measure(int threads, SearchPlan plan, QueryVectors queries, JudgedDocuments judged) {
        int dim = queries.dim();
        List<VariantBatch> sample = IntStream.range(0, Math.max(1, NUMBERS / dim / BATCH_ROWS))
                .mapToObj(i -> RandomVectors.documents((long) i * BATCH_ROWS, BATCH_ROWS, dim))
                .toList();
        List<VectorSearch> searches = Stream.generate(() -> new VectorSearch(plan, List.of(queries), judged))
                .limit(threads)
                .toList();
        // Lists that are full already, as they are for nearly all documents of a large collection.
        double fastest = pass(searches, sample);
        for (int pass = 0; pass < PASSES; pass++) {
            fastest = Math.min(fastest, pass(searches, sample));
        }
        return new Sample(fastest, (long) threads * sample.size() * BATCH_ROWS);
    }

    /** Each search goes through the whole sample on a thread of its own. */
    private static double pass(List<VectorSearch> searches, List<VariantBatch> sample) {
        long start = System.nanoTime();
        List<Thread> threads = searches.stream()
                .map(search -> new Thread(() -> sample.forEach(search::add)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            join(thread);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
