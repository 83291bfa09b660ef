package dev.embeam.pipeline.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchVariant;
import dev.embeam.transform.io.ReadEmbeddings;
import dev.embeam.transform.io.StoredEmbeddings;
import dev.embeam.transform.rank.SearchVectors;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Measures exact search on this machine: the scan with the ten best hits in memory, on one thread and on as many as the job
 * has; six widths in one scan against one; then the whole Beam job over stored vectors, by wall time.
 *
 * <pre>{@code
 * ./embeam bench-retrieval --documents=7000000 --dims=256 --queries=720
 * }</pre>
 */
public final class BenchRetrieval implements Command<RetrievalBenchOptions> {
    private static final int DEPTH = 10;
    private static final int WIDTHS = 6;

    @Override
    public String name() {
        return "bench-retrieval";
    }

    @Override
    public String summary() {
        return "measure how fast exact search is on this machine, in memory and as a whole job";
    }

    @Override
    public Class<RetrievalBenchOptions> options() {
        return RetrievalBenchOptions.class;
    }

    @Override
    public void run(RetrievalBenchOptions options, Terminal terminal) throws Exception {
        if (options.getDocuments() < 1 || options.getDims() < 1 || options.getQueries() < 1) {
            throw new IllegalArgumentException("--documents is " + options.getDocuments() + ", --dims "
                    + options.getDims() + " and --queries " + options.getQueries() + "; expected at least 1 each");
        }
        FileSystems.setDefaultPipelineOptions(options);
        Job.prepare(options);
        Path work = options.getWorkFolder().isEmpty()
                ? Files.createTempDirectory("embeam-bench-")
                : Files.createDirectories(Path.of(options.getWorkFolder()).resolve("embeam-bench"));
        try {
            String path = options.getEmbeddings().isEmpty()
                    ? RandomVectors.write(work, options.getDocuments(), options.getDims())
                    : options.getEmbeddings();
            measure(options, StoredEmbeddings.match(path), terminal);
        } finally {
            delete(work);
        }
    }

    private static void measure(RetrievalBenchOptions options, StoredEmbeddings stored, Terminal terminal)
            throws JobFailedException {
        PrintStream out = terminal.out();
        print(
                out,
                "machine",
                "%d processors, load %.1f, kernels %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                load(),
                VectorKernels.provider(),
                Runtime.version());
        double rate = memory(Job.workers(options), options.getQueries(), stored.dim(), out);
        print(
                out,
                "vectors",
                "%,d x %d, %s",
                stored.rows(),
                stored.dim(),
                stored.precision().label());
        for (int run = 0; run < options.getRuns(); run++) {
            stage(options, stored, rate, terminal);
        }
    }

    /** Floating-point operations a second of all workers' threads together, in units of 10^9. */
    private static double memory(int workers, int count, int dim, PrintStream out) {
        QueryVectors queries = queries(count, dim);
        JudgedDocuments judged = unjudged(count);
        SearchPlan plan = SearchPlan.of(DEPTH, SearchVariant.of(dim));
        ScanRate.Sample one = ScanRate.measure(1, plan, queries, judged);
        print(out, "scan", "%.1f GFLOP/s, one thread, top %d", rate(one, count, dim), DEPTH);
        double together = rate(ScanRate.measure(workers, plan, queries, judged), count, dim);
        print(out, "scans", "%.1f GFLOP/s, %d threads at once", together, workers);
        List<Integer> widths = IntStream.range(0, WIDTHS)
                .map(i -> Math.max(1, dim >> i))
                .distinct()
                .boxed()
                .toList();
        SearchPlan all = SearchPlan.of(DEPTH, new SearchVariant(dim, widths, Calibration.NONE));
        double seconds = ScanRate.measure(1, all, queries, judged).seconds();
        print(out, "widths", "%s in one scan take %.2f times as long as one", widths, seconds / one.seconds());
        return together;
    }

    private static double rate(ScanRate.Sample sample, int count, int dim) {
        return operations(sample.documents(), count, dim) / sample.seconds();
    }

    private static void stage(RetrievalBenchOptions options, StoredEmbeddings stored, double rate, Terminal terminal)
            throws JobFailedException {
        Pipeline pipeline = Pipeline.create(options);
        build(pipeline, stored, options.getQueries());
        long cpuStart = cpuNanos();
        long start = System.nanoTime();
        Job.run(pipeline, Job.newRunId(), stored.bytes(), ProgressMode.NONE, terminal);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNanos() - cpuStart) / 1e9;
        double operations = operations(stored.rows(), options.getQueries(), stored.dim());
        print(
                terminal.out(),
                "whole job",
                "%.1f s, %.1f GFLOP/s, %.0f %% of the scans; %.1f CPU-seconds; load %.1f at its end",
                seconds,
                operations / seconds,
                100 * operations / seconds / rate,
                cpuSeconds,
                load());
    }

    static void build(Pipeline pipeline, StoredEmbeddings stored, int queries) {
        SearchPlan plan = SearchPlan.of(DEPTH, SearchVariant.of(stored.dim()));
        pipeline.apply("Read vectors", ReadEmbeddings.of(stored))
                .apply("Search", SearchVectors.of(plan, unjudged(queries), List.of(queries(queries, stored.dim()))));
    }

    private static QueryVectors queries(int count, int dim) {
        return new QueryVectors(
                count, dim, RandomVectors.queries(count, dim).batch().vectors());
    }

    private static JudgedDocuments unjudged(int count) {
        List<Query> queries = IntStream.range(0, count)
                .mapToObj(i -> new Query(Integer.toString(i), "", List.of(), List.of()))
                .toList();
        return JudgedDocuments.of(List.of(new QuerySet(Split.TEST, "random", queries)));
    }

    private static double operations(long documents, int queries, int dim) {
        return 2.0 * documents * queries * dim / 1e9;
    }

    /** CPU time of all threads of this process. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void print(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-16s%s%n", name, String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
