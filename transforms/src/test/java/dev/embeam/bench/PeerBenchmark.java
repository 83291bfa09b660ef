package dev.embeam.bench;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.embeam.collection.ReadSettings;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Documents a second on one thread, from text to vector: this project, and beside it the native Hugging Face tokenizers (by
 * DJL) with the same mean in plain Java. 2,304 Japanese passages, 256 columns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PeerBenchmark {
    private static final int DOCUMENTS = 2_304;
    private static final int DIM = 256;

    private final List<DocumentBatch> batches = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private StaticModel model;
    private Tokenizing tokenizing;
    private HuggingFaceTokenizer peer;
    private float[] table;

    /** Reads the texts and both models. */
    @Setup
    public void setUp() throws IOException {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
        Path folder = SharedFiles.path("models/ja-static-256");
        MatchedFiles files = MatchedFiles.match(
                SharedFiles.path("data/jsquad/corpus.jsonl.gz").toString(), ReadSettings.defaults());
        for (MatchedFiles.Batches read = files.read(); read.next(); ) {
            batches.add(read.batch());
            for (int i = 0; i < read.batch().size(); i++) {
                texts.add(read.batch().texts().get(i));
            }
        }
        model = StaticModel.load(folder, ModelSettings.defaults());
        tokenizing = model.newTokenizing();
        peer = HuggingFaceTokenizer.newInstance(
                folder.resolve("0_StaticEmbedding/tokenizer.json"),
                Map.of("addSpecialTokens", "false", "truncation", "false", "modelMaxLength", "1000000"));
        table = table(folder.resolve("0_StaticEmbedding/model.safetensors"));
    }

    private static float[] table(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(Math.toIntExact(Long.BYTES + bytes.getLong(0)));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** This project. */
    @Benchmark
    @OperationsPerInvocation(DOCUMENTS)
    public void embeam(Blackhole blackhole) {
        for (DocumentBatch batch : batches) {
            blackhole.consume(model.encode(tokenizing.tokenize(batch)));
        }
    }

    /** The peer. */
    @Benchmark
    @OperationsPerInvocation(DOCUMENTS)
    public void djl(Blackhole blackhole) {
        for (String text : texts) {
            blackhole.consume(mean(peer.encode(text, false, false).getIds()));
        }
    }

    private float[] mean(long[] ids) {
        float[] sum = new float[DIM];
        for (long id : ids) {
            int row = Math.toIntExact(id) * DIM;
            for (int column = 0; column < DIM; column++) {
                sum[column] += table[row + column];
            }
        }
        for (int column = 0; column < DIM; column++) {
            sum[column] /= Math.max(1, ids.length);
        }
        return sum;
    }
}
