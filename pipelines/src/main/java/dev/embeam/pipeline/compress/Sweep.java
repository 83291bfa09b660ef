package dev.embeam.pipeline.compress;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.report.FrontReport;
import dev.embeam.transform.compress.MeasureRecipes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Tries many ways to shrink a model of word vectors, spread over all workers, and shows which are worth their size.
 *
 * <pre>{@code
 * ./embeam sweep --model=cc.en.300.bin --output=sweep --maxBytes=28000000
 * }</pre>
 */
public final class Sweep implements Command<SweepOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new Sweep(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String summary() {
        return "try many ways to shrink a fastText model, and show what each costs and keeps";
    }

    @Override
    public Class<SweepOptions> options() {
        return SweepOptions.class;
    }

    @Override
    public void run(SweepOptions options, Terminal terminal) throws Exception {
        List<Recipe> grid = Recipes.grid(options);
        ProgressMode progress = Choice.of(ProgressMode.class, "progress", options.getProgress());
        FileSystems.setDefaultPipelineOptions(options);
        long before = Sources.bytes(options.getModel());
        String folder = options.getOutput().replaceFirst("/+$", "");
        OutputFile.requireWritable(folder + "/sweep.json", options.isOverwrite());
        String runId = Job.newRunId();
        Job.prepare(options);
        Pipeline pipeline = Pipeline.create(options);
        pipeline.apply("Recipes", Create.of(grid).withCoder(SerializableCoder.of(Recipe.class)))
                .apply("Try", MeasureRecipes.on(Sources.of(options)))
                .apply("To text", MapElements.into(TypeDescriptors.strings()).via(MeasuredRecipe::toJson))
                .apply("Write", TextIO.write().to(folder + "/sweep.jsonl").withoutSharding());
        Job.run(pipeline, runId, before, progress, terminal);
        List<MeasuredRecipe> measured = inOrder(grid, read(folder + "/sweep.jsonl"));
        FrontReport report = SweepReport.of(options, before, measured);
        write(folder + "/sweep.md", runId, report.markdown());
        write(folder + "/sweep.html", runId, report.html());
        write(folder + "/sweep.json", runId, json(measured));
        report.summary().forEach(terminal.out()::println);
    }

    private static List<MeasuredRecipe> read(String path) throws IOException {
        try (InputStream in = Channels.newInputStream(
                FileSystems.open(FileSystems.matchSingleFileSpec(path).resourceId()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(MeasuredRecipe::ofJson)
                    .toList();
        }
    }

    /** Workers finish in any order. */
    private static List<MeasuredRecipe> inOrder(List<Recipe> grid, List<MeasuredRecipe> measured) {
        return grid.stream()
                .distinct()
                .flatMap(recipe -> measured.stream()
                        .filter(one -> one.recipe().equals(recipe))
                        .limit(1))
                .toList();
    }

    private static String json(List<MeasuredRecipe> measured) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measured) + "\n";
    }

    private static void write(String path, String runId, String text) throws IOException {
        OutputFile.write(path, runId, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
