package dev.embeam.pipeline.bench;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.TextEncoder;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Measures encoding on this machine: tokenizing and averaging alone, one thread, by CPU time; then whole runs of
 * {@code encode}, each in a process of its own, from its start to its end.
 *
 * <pre>{@code
 * ./embeam bench-encode --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese --repeat=8
 * }</pre>
 */
public final class BenchEncode implements Command<BenchOptions> {
    @Override
    public String name() {
        return "bench-encode";
    }

    @Override
    public String summary() {
        return "measure how fast encode is on this machine, in parts and as a whole";
    }

    @Override
    public Class<BenchOptions> options() {
        return BenchOptions.class;
    }

    @Override
    public void run(BenchOptions options, Terminal terminal) throws Exception {
        FileSystems.setDefaultPipelineOptions(options);
        MatchedFiles files = MatchedFiles.match(options.getInput(), Settings.read(options, Job.newRunId()));
        Path work = options.getWorkFolder().isEmpty()
                ? Files.createTempDirectory("embeam-bench-")
                : Files.createDirectories(Path.of(options.getWorkFolder()).resolve("embeam-bench"));
        try {
            if (options.getRandomColumns() > 0
                    && ModelSource.of(options.getModel()).isFastText()) {
                throw new IllegalArgumentException("--randomColumns is " + options.getRandomColumns() + ", but "
                        + options.getModel() + " is a file of fastText; expected the folder of a static model, or 0");
            }
            String model = options.getRandomColumns() > 0
                    ? RandomModel.write(options.getModel(), options.getRandomColumns(), work)
                    : options.getModel();
            machine(terminal.out());
            parts(files, Settings.source(options, model).load(), terminal.out());
            whole(options, files, model, work, terminal.out());
        } finally {
            delete(work);
        }
    }

    private static void machine(PrintStream out) {
        print(
                out,
                "machine",
                "%d processors, load %.1f, kernels %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                VectorKernels.provider(),
                Runtime.version());
    }

    private static void parts(MatchedFiles files, TextEncoder model, PrintStream out) throws IOException {
        PartTimes times = PartTimes.measure(files, model);
        print(out, "tokenize", "%.1f M characters a CPU-second, one thread", times.charactersASecond() / 1e6);
        print(
                out,
                "average",
                "%.1f M tokens a CPU-second at %d columns, one thread",
                times.tokensASecond() / 1e6,
                model.dim());
        print(
                out,
                "both",
                "%.2f M tokens a CPU-second, of which %.2f %% are unknown to the model",
                times.wholeTokensASecond() / 1e6,
                100 * times.unknownShare());
    }

    private static void whole(BenchOptions options, MatchedFiles files, String model, Path work, PrintStream out)
            throws IOException, InterruptedException {
        String input = options.getInput();
        if (options.getRepeat() > 1) {
            input = RepeatedCollection.write(files, options.getRepeat(), work);
            print(out, "collection", "repeated %d times under new ids", options.getRepeat());
        }
        for (int run = 0; run < options.getRuns(); run++) {
            WholeRun whole = WholeRun.of(options, input, model, work.resolve("output"));
            print(
                    out,
                    "whole process",
                    "%.1f s, %,.0f documents/s, %,d documents, at most %,d MiB resident, load %.1f at its end",
                    whole.seconds(),
                    whole.documents() / whole.seconds(),
                    whole.documents(),
                    whole.residentMebibytes(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static void print(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-16s" + format + "%n", prepend(name, values));
    }

    private static Object[] prepend(String name, Object... values) {
        return Stream.concat(Stream.of(name), Stream.of(values)).toArray();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
