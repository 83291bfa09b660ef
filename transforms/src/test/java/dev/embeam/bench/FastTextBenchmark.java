package dev.embeam.bench;

import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextEncoder;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextSession;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.kernel.FloatTable;
import dev.embeam.tokenizer.TokenIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Tokens a second of {@link FastTextSession} on one thread, from characters to vectors: 512 texts of 100 words over a random
 * skip-gram model of 20,000 words, 300 columns and n-grams of 3 to 6 characters in 500,000 buckets (650 MB).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class FastTextBenchmark {
    private static final int WORDS = 20_000;
    private static final int BUCKETS = 500_000;
    private static final int DIM = 300;
    private static final int TEXTS = 512;
    private static final int LENGTH = 100;

    /**
     * How words are drawn: known ones as words of a text are (rank r with a chance in proportion to 1/r) or evenly, unknown
     * ones likewise out of as many others, or each only once a pass.
     */
    @Param({"known-zipf", "known-uniform", "unknown-zipf", "unknown-once"})
    public String words;

    private FastTextSession session;
    private List<char[]> texts;
    private final TokenIds codes = new TokenIds();
    private final float[] vector = new float[DIM];

    /** Draws the model and the texts. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> known = names(WORDS, random);
        session = FastTextEncoder.of(model(known, random), WordPooling.of(WordPooling.Kind.FASTTEXT))
                .newSession(0);
        texts = texts(words.startsWith("known") ? known : names(TEXTS * LENGTH, random), random);
    }

    private List<char[]> texts(List<String> vocabulary, SplittableRandom random) {
        List<char[]> drawn = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                line.add(vocabulary.get(rank(text * LENGTH + i, random)));
            }
            drawn.add(String.join(" ", line).toCharArray());
        }
        return drawn;
    }

    private int rank(int position, SplittableRandom random) {
        if (words.endsWith("once")) {
            return position;
        }
        return words.endsWith("zipf") ? (int) Math.exp(random.nextDouble() * Math.log(WORDS)) : random.nextInt(WORDS);
    }

    static List<String> names(int count, SplittableRandom random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(3, 10); length > 0; length--) {
                name.append((char) ('a' + random.nextInt(26)));
            }
            names.add(name.toString());
        }
        return List.copyOf(names);
    }

    private static FastTextModel model(List<String> words, SplittableRandom random) {
        byte[] bytes = String.join("", words).getBytes(StandardCharsets.US_ASCII);
        int[] offsets = new int[WORDS + 1];
        for (int i = 0; i < WORDS; i++) {
            offsets[i + 1] = offsets[i] + words.get(i).length();
        }
        Dictionary dictionary = new Dictionary(bytes, offsets, new long[WORDS], WORDS, 0, Optional.empty());
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

    /** From characters to codes. */
    @Benchmark
    @OperationsPerInvocation(TEXTS * LENGTH)
    public int tokenize() {
        int size = 0;
        for (char[] text : texts) {
            codes.truncate(0);
            session.tokenize(text, 0, text.length, codes);
            size += codes.size();
        }
        return size;
    }
}
