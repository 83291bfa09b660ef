package dev.embeam.bench;

import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.FloatTable;
import dev.embeam.kernel.HalfTable;
import dev.embeam.kernel.Int8Table;
import dev.embeam.kernel.Pooling;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
 * Tokens a second of {@link Pooling#mean} on one thread: 512 texts of 243 tokens (the length of a Japanese passage) over a
 * table of 32,768 rows, with ids drawn evenly (every row comes from far away) or as words are (rank r with a chance in
 * proportion to 1/r).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoolingBenchmark {
    private static final int ROWS = 32_768;
    private static final int TEXTS = 512;
    private static final int LENGTH = 243;

    /** Columns. */
    @Param({"256", "1024"})
    public int dim;

    /** How ids are drawn. */
    @Param({"uniform", "zipf"})
    public String ids;

    /** Precision of the table. */
    @Param({"FLOAT32", "FLOAT16", "INT8"})
    public EmbeddingTable.Precision precision;

    private EmbeddingTable table;
    private int[] tokens;
    private int[] offsets;
    private float[] out;

    /** Draws the table and the ids. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        table = table(random);
        tokens = new int[TEXTS * LENGTH];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] =
                    ids.equals("zipf") ? (int) Math.exp(random.nextDouble() * Math.log(ROWS)) : random.nextInt(ROWS);
        }
        offsets = new int[TEXTS + 1];
        for (int t = 0; t <= TEXTS; t++) {
            offsets[t] = t * LENGTH;
        }
        out = new float[TEXTS * dim];
    }

    /** With vectors. */
    @Benchmark
    @OperationsPerInvocation(TEXTS * LENGTH)
    @Fork(
            value = 1,
            jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Dembeam.kernel=simd"})
    public float[] simd() {
        Pooling.mean(table, tokens, offsets, out);
        return out;
    }

    /** With plain loops. */
    @Benchmark
    @OperationsPerInvocation(TEXTS * LENGTH)
    @Fork(value = 1, jvmArgsAppend = "-Dembeam.kernel=scalar")
    public float[] scalar() {
        Pooling.mean(table, tokens, offsets, out);
        return out;
    }

    private EmbeddingTable table(SplittableRandom random) {
        return switch (precision) {
            case FLOAT32 ->
                FloatTable.of(ROWS, dim, (firstRow, rows, block) -> {
                    for (int i = 0; i < block.length; i++) {
                        block[i] = (float) (random.nextDouble() - 0.5);
                    }
                });
            case FLOAT16 ->
                HalfTable.of(ROWS, dim, (firstRow, rows, block) -> {
                    for (int i = 0; i < block.length; i++) {
                        block[i] = (short) (0x2000 + random.nextInt(0x1800));
                    }
                });
            case INT8 -> Int8Table.of(ROWS, dim, (firstRow, rows, block) -> random.nextBytes(block));
        };
    }
}
