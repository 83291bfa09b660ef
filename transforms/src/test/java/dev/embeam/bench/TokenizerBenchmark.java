package dev.embeam.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.tokenizer.TokenIds;
import dev.embeam.tokenizer.Tokenizer;
import dev.embeam.tokenizer.TokenizerSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Characters a second through a tokenizer on one thread, over the passages of a data set. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class TokenizerBenchmark {
    /** The tokenizer, the texts and the scratch of one thread. */
    @State(Scope.Thread)
    public static class Passages {
        @Param({"models/ja-static-256/0_StaticEmbedding/tokenizer.json"})
        String tokenizer = "";

        @Param({"data/jaquad/corpus.jsonl.gz"})
        String texts = "";

        TokenizerSession session;
        final List<char[]> passages = new ArrayList<>();
        final TokenIds ids = new TokenIds();
        long characters;

        @Setup
        public void read() throws IOException {
            Path file = SharedFiles.path(tokenizer);
            session = Tokenizer.read(Files.readAllBytes(file), tokenizer).newSession();
            ObjectMapper json = new ObjectMapper();
            try (BufferedReader lines = open(SharedFiles.path(texts))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    char[] text = json.readTree(line).get("text").textValue().toCharArray();
                    passages.add(text);
                    characters += text.length;
                }
            }
        }

        private static BufferedReader open(Path file) throws IOException {
            InputStream stream = Files.newInputStream(file);
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        }
    }

    /** Reported beside the passes: UTF-16 units and ids. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        public long characters;
        public long ids;
    }

    /** One pass over all texts. */
    @Benchmark
    public int encodeAll(Passages passages, Counters counters) {
        for (char[] text : passages.passages) {
            passages.ids.truncate(0);
            passages.session.encode(text, 0, text.length, passages.ids);
            counters.ids += passages.ids.size();
        }
        counters.characters += passages.characters;
        return passages.ids.size();
    }
}
