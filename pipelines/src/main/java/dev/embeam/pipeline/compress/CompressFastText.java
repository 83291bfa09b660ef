package dev.embeam.pipeline.compress;

import dev.embeam.compress.CompactReader;
import dev.embeam.compress.Fidelity;
import dev.embeam.compress.Recipe;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.storage.BeamFiles;
import dev.embeam.transform.compress.ModelTrial;
import dev.embeam.transform.compress.SweepSource;
import java.io.PrintStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Shrinks a model of word vectors into a compact file that {@code encode} reads in place, and says what was lost.
 *
 * <pre>{@code
 * ./embeam compress-fasttext --model=cc.en.300.bin --output=cc.en.300.ecf --words=20000 --maxBytes=28000000
 * }</pre>
 */
public final class CompressFastText implements Command<CompressOptions> {
    /** Entry of its own. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new CompressFastText(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "compress-fasttext";
    }

    @Override
    public String summary() {
        return "shrink a fastText model of word vectors, words unknown to it included";
    }

    @Override
    public Class<CompressOptions> options() {
        return CompressOptions.class;
    }

    @Override
    public void run(CompressOptions options, Terminal terminal) throws Exception {
        Recipe wanted = Recipes.of(options);
        FileSystems.setDefaultPipelineOptions(options);
        OutputFile.requireWritable(options.getOutput(), options.isOverwrite());
        SweepSource source = Sources.of(options);
        ModelTrial trial = ModelTrial.of(source);
        Recipe recipe = options.getMaxBytes() > 0 ? trial.shrinker().fit(wanted, options.getMaxBytes()) : wanted;
        OutputFile.write(
                options.getOutput(), Job.newRunId(), channel -> trial.shrinker().write(recipe, channel));
        long before = Sources.bytes(options.getModel());
        try (SeekableByteChannel channel = new BeamFiles().open(options.getOutput())) {
            Fidelity fidelity = trial.meter().measure(CompactReader.read(channel, options.getOutput()));
            print(recipe, fidelity, before, terminal.out());
        }
    }

    private static void print(Recipe recipe, Fidelity fidelity, long before, PrintStream out) {
        line(out, "recipe", "%s", recipe);
        line(
                out,
                "size",
                "%,d bytes, 1/%.1f of %,d; %,d in memory",
                fidelity.fileBytes(),
                (double) before / fidelity.fileBytes(),
                before,
                fidelity.memoryBytes());
        line(
                out,
                "mean cosine",
                "%.4f known words, %.4f unknown words, %.4f all",
                fidelity.known(),
                fidelity.unknown(),
                fidelity.all());
        line(
                out,
                "time a word",
                "%.2f microseconds known, %.2f unknown",
                fidelity.knownMicroseconds(),
                fidelity.unknownMicroseconds());
        fidelity.pairs()
                .forEach(set -> line(
                        out, set.set(), "%s %.4f, the original %.4f", set.measure(), set.value(), set.original()));
    }

    private static void line(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-16s%s%n", name, String.format(Locale.ROOT, format, values));
    }
}
