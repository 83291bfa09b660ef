package dev.embeam.bench;

import dev.embeam.collection.BatchReader;
import dev.embeam.collection.FailureLimit;
import dev.embeam.collection.FileInspector;
import dev.embeam.collection.FilePart;
import dev.embeam.collection.ReadSettings;
import dev.embeam.schema.DocumentBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading one file of JSON lines on one thread, from a file the operating system has in memory: bytes of decompressed JSON
 * and documents a second. The folder of data sets is named by {@code -Dembeam.shared}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadBenchmark {
    private static final ReadSettings SETTINGS = ReadSettings.defaults();

    /** The collection, a gzip file. */
    @Param({
        "data/law_passages_ja/corpus.jsonl.gz",
        "data/aozora_passages_ja/corpus.jsonl.gz",
        "data/msdocs_passages_ja/sql-docs.jsonl.gz"
    })
    public String collection;

    /** Whether the file is read as it is, or decompressed beforehand. */
    @Param({"false", "true"})
    public boolean compressed;

    private Path plain;
    private List<FilePart> parts;
    private long jsonBytes;

    /** Rates of the units that matter. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Rates {
        /** Decompressed bytes. */
        public long jsonBytes;

        /** Documents. */
        public long documents;
    }

    /** Decompresses the collection. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        Path stored = Path.of(System.getProperty("embeam.shared", "../shared")).resolve(collection);
        plain = Files.createTempFile("read-benchmark", ".jsonl");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(stored));
                var out = Files.newOutputStream(plain)) {
            jsonBytes = in.transferTo(out);
        }
        Path path = compressed ? stored : plain;
        parts = new FileInspector(SETTINGS, name -> Files.newByteChannel(Path.of(name)))
                .inspect(path.toString(), Files.size(path), "corpus")
                .parts();
    }

    /** Removes what {@link #prepare} made. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(plain);
    }

    /** Reads the whole file once. */
    @Benchmark
    public void read(Rates rates, Blackhole blackhole) throws IOException {
        FailureLimit limit = new FailureLimit(0);
        for (FilePart part : parts) {
            try (BatchReader reader =
                    BatchReader.open(part, SETTINGS, name -> Files.newByteChannel(Path.of(name)), limit)) {
                for (DocumentBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    rates.documents += batch.size();
                    blackhole.consume(batch);
                }
            }
        }
        rates.jsonBytes += jsonBytes;
    }
}
