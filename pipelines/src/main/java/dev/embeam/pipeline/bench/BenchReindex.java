package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Measures {@code reindex} on this machine, every run in a process of its own: a collection into a new table; the same files
 * again; the same documents in other bytes; one document in a hundred with another text.
 *
 * <pre>{@code
 * ./embeam bench-reindex --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese --repeat=8
 * }</pre>
 */
public final class BenchReindex implements Command<ReindexBenchOptions> {
    private static final int CHANGED_EVERY = 100;

    @Override
    public String name() {
        return "bench-reindex";
    }

    @Override
    public String summary() {
        return "measure how much cheaper reindex is where little or nothing has changed";
    }

    @Override
    public Class<ReindexBenchOptions> options() {
        return ReindexBenchOptions.class;
    }

    @Override
    public void run(ReindexBenchOptions options, Terminal terminal) throws Exception {
        FileSystems.setDefaultPipelineOptions(options);
        MatchedFiles files = MatchedFiles.match(options.getInput(), Settings.read(options, Job.newRunId()));
        Path work = options.getWorkFolder().isEmpty()
                ? Files.createTempDirectory("embeam-bench-")
                : Files.createDirectories(Path.of(options.getWorkFolder()).resolve("embeam-bench"));
        try {
            new Runs(options, files, work, terminal.out()).measure();
        } finally {
            BenchEncode.delete(work);
        }
    }

    /** The runs over one table, compared with the first. */
    private static final class Runs {
        private final ReindexBenchOptions options;
        private final MatchedFiles files;
        private final Path work;
        private final PrintStream out;
        private final List<Measured> measured = new ArrayList<>();

        Runs(ReindexBenchOptions options, MatchedFiles files, Path work, PrintStream out) {
            this.options = options;
            this.files = files;
            this.work = work;
            this.out = out;
        }

        void measure() throws IOException, InterruptedException {
            String first = copy("first", 6, 0);
            run("new table", first);
            run("same files", first);
            run("other bytes", copy("other", 5, 0));
            run("1 % changed", copy("changed", 6, CHANGED_EVERY));
        }

        /** Of the copies before it only the first is used again. */
        private String copy(String name, int level, int changedEvery) throws IOException {
            return new CollectionCopy(options.getRepeat(), level, changedEvery).write(files, work.resolve(name));
        }

        private void run(String name, String input) throws IOException, InterruptedException {
            long before = bytes();
            ChildRun child = ChildRun.of(words(input));
            TableSnapshot snapshot = VectorTable.open(location()).snapshot("");
            boolean made =
                    measured.isEmpty() || measured.get(measured.size() - 1).snapshot() != snapshot.id();
            long encoded = made ? Long.parseLong(snapshot.property(SnapshotProperty.ENCODED)) : 0;
            Measured run = new Measured(snapshot.id(), child, encoded, bytes() - before);
            measured.add(run);
            print(name, run, Long.parseLong(snapshot.property(SnapshotProperty.DOCUMENTS)));
        }

        private void print(String name, Measured run, long documents) {
            Measured full = measured.get(0);
            out.printf(
                    Locale.ROOT,
                    "%-12s %.1f s (%.1f %%), %.1f CPU-s (%.1f %%), %,d of %,d documents encoded, %,.1f MiB written (%.1f %%),"
                            + " at most %,d MiB resident%n",
                    name,
                    run.child().seconds(),
                    100 * run.child().seconds() / full.child().seconds(),
                    run.child().cpuSeconds(),
                    100 * run.child().cpuSeconds() / full.child().cpuSeconds(),
                    run.encoded(),
                    documents,
                    run.bytes() / 1048576.0,
                    100.0 * run.bytes() / full.bytes(),
                    run.child().residentMebibytes());
        }

        private TableLocation location() {
            return TableLocation.folder(work.resolve("table").toString());
        }

        private List<String> words(String input) {
            List<String> words = new ArrayList<>(List.of("reindex"));
            words.addAll(ChildRun.flags(Flag.values(EncodingOptions.class, options)));
            words.addAll(List.of("--input=" + input, "--model=" + options.getModel(), "--table=" + location()));
            words.add("--progress=" + options.getProgress());
            return words;
        }

        private long bytes() throws IOException {
            Path table = Files.createDirectories(work.resolve("table"));
            try (Stream<Path> paths = Files.walk(table)) {
                return paths.filter(Files::isRegularFile)
                        .mapToLong(path -> path.toFile().length())
                        .sum();
            }
        }
    }

    private record Measured(long snapshot, ChildRun child, long encoded, long bytes) {}
}
