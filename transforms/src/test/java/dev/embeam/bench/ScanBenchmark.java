package dev.embeam.bench;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.VariantBatch;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchVariant;
import dev.embeam.search.VectorSearch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Floating-point operations a second of {@link VectorSearch} on one thread, in thousands of millions (a multiplication and
 * an addition a column): 16,384 documents of 256 columns, 720 queries, their ten best hits by cosine, at one width and at
 * six widths in one scan. Of six widths only the operations of the widest count, so the quotient of both is the cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScanBenchmark {
    private static final int DIM = 256;
    private static final int QUERIES = 720;
    private static final int BATCH = 1024;
    private static final int BATCHES = 16;
    /** 16,384 x 720 x 256 x 2 is 6.04 thousand millions. */
    private static final int GIGA_OPERATIONS = 6;

    /** The widths of one scan. */
    @Param({"256", "256,192,128,96,64,32"})
    public String widths;

    private List<VariantBatch> documents;
    private VectorSearch search;

    /** Draws the vectors and fills the lists once. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        documents = IntStream.range(0, BATCHES)
                .mapToObj(batch -> new VariantBatch(
                        0,
                        new EmbeddingBatch(
                                DocumentKeys.ofIds(IntStream.range(0, BATCH)
                                        .mapToObj(row -> batch + "-" + row)
                                        .toArray(String[]::new)),
                                DIM,
                                numbers(random, BATCH),
                                EncodingCounts.NONE),
                        0))
                .toList();
        List<Integer> dims =
                Stream.of(widths.split(",", -1)).map(Integer::valueOf).toList();
        search = new VectorSearch(
                SearchPlan.of(10, new SearchVariant(DIM, dims, Calibration.NONE)),
                List.of(new QueryVectors(QUERIES, DIM, numbers(random, QUERIES))),
                unjudged());
        documents.forEach(search::add);
    }

    /** With vectors. */
    @Benchmark
    @OperationsPerInvocation(GIGA_OPERATIONS)
    @Fork(
            value = 1,
            jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Dembeam.kernel=simd"})
    public VectorSearch simd() {
        documents.forEach(search::add);
        return search;
    }

    /** With plain loops. */
    @Benchmark
    @OperationsPerInvocation(GIGA_OPERATIONS)
    @Fork(value = 1, jvmArgsAppend = "-Dembeam.kernel=scalar")
    public VectorSearch scalar() {
        documents.forEach(search::add);
        return search;
    }

    private static JudgedDocuments unjudged() {
        List<Query> queries = IntStream.range(0, QUERIES)
                .mapToObj(i -> new Query(Integer.toString(i), "", List.of(), List.of()))
                .toList();
        return JudgedDocuments.of(List.of(new QuerySet(Split.TEST, "random", queries)));
    }

    private static float[] numbers(SplittableRandom random, int rows) {
        float[] numbers = new float[rows * DIM];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
