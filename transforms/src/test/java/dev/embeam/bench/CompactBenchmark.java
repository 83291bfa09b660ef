package dev.embeam.bench;

import dev.embeam.compress.CompactEncoder;
import dev.embeam.compress.CompactReader;
import dev.embeam.compress.CompactSession;
import dev.embeam.compress.Recipe;
import dev.embeam.compress.RowForm;
import dev.embeam.compress.Shrinker;
import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.kernel.FloatTable;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Tokens a second of {@link CompactSession} on one thread, from characters to vectors: 512 texts of 100 words over a random
 * skip-gram model of 20,000 words, 300 columns and 50,000 buckets, coded in 100 parts (7 MB, mapped).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx1g"})
public class CompactBenchmark {
    private static final int WORDS = 20_000;
    private static final int BUCKETS = 50_000;
    private static final int DIM = 300;
    private static final int TEXTS = 512;
    private static final int LENGTH = 100;

    /** Known words as words of a text are drawn (rank r with a chance in proportion to 1/r) or evenly, or unknown ones. */
    @Param({"known-zipf", "known-uniform", "unknown"})
    public String words;

    private CompactSession session;
    private final List<char[]> texts = new ArrayList<>();
    private final TokenIds codes = new TokenIds();
    private final float[] vector = new float[DIM];

    /** Draws the model and the texts. */
    @Setup
    public void draw() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> known = FastTextBenchmark.names(WORDS, random);
        session = encoder(model(known, random)).newSession(0);
        List<String> drawn = words.equals("unknown") ? FastTextBenchmark.names(WORDS, random) : known;
        for (int text = 0; text < TEXTS; text++) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                int zipf = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
                line.add(drawn.get(words.equals("known-zipf") ? zipf : random.nextInt(WORDS)));
            }
            texts.add(String.join(" ", line).toCharArray());
        }
    }

    private static CompactEncoder encoder(FastTextModel model) throws IOException {
        Path file = Files.createTempFile("embeam-", ".ecf");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new Shrinker(model).write(Recipe.all(RowForm.product(100), Recipe.Method.EMBEAM), channel);
            return CompactEncoder.of(
                    CompactReader.read(channel, file.toString()), WordPooling.of(WordPooling.Kind.FASTTEXT));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static FastTextModel model(List<String> words, SplittableRandom random) {
        byte[] bytes = String.join("", words).getBytes(StandardCharsets.US_ASCII);
        int[] offsets = new int[WORDS + 1];
        long[] counts = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            offsets[i + 1] = offsets[i] + words.get(i).length();
            counts[i] = WORDS / (i + 1L) + 1;
        }
        Dictionary dictionary = new Dictionary(bytes, offsets, counts, WORDS, 0, Optional.empty());
        FastTextSettings settings = new FastTextSettings(
                DIM, 5, 5, 1, 5, 1, Loss.NEGATIVE_SAMPLING, ModelKind.SKIPGRAM, BUCKETS, 3, 6, 100, 1e-4);
        FloatTable table = FloatTable.of(WORDS + BUCKETS, DIM, (firstRow, rows, block) -> {
            for (int i = 0; i < block.length; i++) {
                block[i] = (float) (random.nextDouble() - 0.5);
            }
        });
        return new FastTextModel(settings, dictionary, new DenseMatrix(table), Optional.empty());
    }

    /** From characters to vectors. */
    @Benchmark
    @OperationsPerInvocation(TEXTS * LENGTH)
    public float[] encode() {
        for (char[] text : texts) {
            codes.truncate(0);
            session.tokenize(text, 0, text.length, codes);
            session.encode(codes.array(), 0, codes.size(), vector, 0);
        }
        return vector;
    }
}
