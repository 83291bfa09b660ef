package dev.embeam.pipeline.plan;

import dev.embeam.collection.FilePart;
import dev.embeam.collection.ReadSettings;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fasttext.document.DocumentSettings;
import dev.embeam.model.TextEncoder;
import dev.embeam.pipeline.counting.CollectionFrequencies;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.planning.SampleMeasurement;
import dev.embeam.planning.SampleMeter;
import dev.embeam.planning.Sampling;
import dev.embeam.storage.BeamFiles;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.sink.WriteSettings;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Says what a run of {@code encode} with the same flags will read, write, need and take, from a sample of its collection,
 * and how to submit it.
 *
 * <pre>{@code
 * ./embeam plan --input='corpus/*.jsonl.gz' --model=models/static-embedding-japanese --output=vectors --parallelism=8
 * }</pre>
 */
public final class Plan implements Command<PlanOptions> {
    /** Entry of its own. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new Plan(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "say what a run of encode will need and take, and how to submit it to a cluster";
    }

    @Override
    public Class<PlanOptions> options() {
        return PlanOptions.class;
    }

    @Override
    public void run(PlanOptions options, Terminal terminal) throws Exception {
        PlannedRun planned = PlannedRun.of(options);
        FileSystems.setDefaultPipelineOptions(options);
        // Bad records are counted, however many there are.
        ReadSettings reading = Settings.read(options, Job.newRunId()).withMaxFailures(Long.MAX_VALUE);
        MatchedFiles files = MatchedFiles.match(options.getInput(), reading);
        List<FilePart> parts = files.inspected().stream()
                .flatMap(file -> file.parts().stream())
                .toList();
        try (ModelLease lease = model(options).lease()) {
            SampleMeasurement sample = measure(options, reading, parts, lease.model());
            terminal.out().print(PlanReport.of(planned, parts, lease.model().card(), sample));
        }
    }

    /** Frequencies that only a job can count change neither sizes nor, by much, times. */
    private static ModelSource model(PlanOptions options) {
        ModelSource source = Settings.source(options, options.getModel());
        return CollectionFrequencies.wanted(source)
                ? source.withDocuments(new DocumentSettings(
                        WordPooling.Kind.MEAN,
                        WordPooling.DEFAULT_SMOOTHING,
                        DocumentSettings.OF_MODEL,
                        source.documents().segmenter()))
                : source;
    }

    private static SampleMeasurement measure(
            PlanOptions options, ReadSettings reading, List<FilePart> parts, TextEncoder model) throws IOException {
        WriteSettings writing =
                Settings.write(options, reading.runId(), model.card(), reading.keepFields(), reading.maxFailures());
        return SampleMeter.measure(
                Sampling.choose(parts, (long) options.getSampleMegabytes() << 20, options.getSeed()),
                reading,
                new BeamFiles(),
                model,
                writing.layout().precision(),
                writing.compression());
    }
}
