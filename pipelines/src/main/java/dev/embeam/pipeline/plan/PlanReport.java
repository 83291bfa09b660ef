package dev.embeam.pipeline.plan;

import dev.embeam.collection.FilePart;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.ModelCard;
import dev.embeam.planning.CollectionEstimate;
import dev.embeam.planning.FileSize;
import dev.embeam.planning.MemoryEstimate;
import dev.embeam.planning.SampleMeasurement;
import dev.embeam.planning.TimeEstimate;
import dev.embeam.planning.Workers;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingFormat;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** A plan as text for a person. */
final class PlanReport {
    private static final int NAME_WIDTH = 26;

    private final StringBuilder text = new StringBuilder();
    private final PlannedRun planned;
    private final SampleMeasurement sample;
    private final CollectionEstimate collection;

    private PlanReport(PlannedRun planned, SampleMeasurement sample) {
        this.planned = planned;
        this.sample = sample;
        collection = sample.collection();
    }

    static String of(PlannedRun planned, List<FilePart> parts, ModelCard model, SampleMeasurement sample) {
        PlanReport report = new PlanReport(planned, sample);
        Workers workers = Workers.of(parts, planned.parallelism());
        MemoryEstimate memory = MemoryEstimate.of(
                model.bytes(),
                model.dim(),
                sample.collection().documents(),
                EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES,
                planned.taskSlots(),
                planned.parallelism());
        MemoryEstimate embedded = MemoryEstimate.of(
                model.bytes(),
                model.dim(),
                sample.collection().documents(),
                EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES,
                planned.parallelism(),
                planned.parallelism());
        report.collection(parts);
        report.output(workers);
        report.time(workers);
        report.memory(embedded, memory);
        report.lines(embedded);
        return report.text.toString();
    }

    private void collection(List<FilePart> parts) {
        heading("collection");
        fact("bytes as stored", "%,d", parts.stream().mapToLong(FilePart::bytes).sum());
        fact("documents", "%,d%s", Math.round(collection.documents()), spread(collection.documentsSpread()));
        fact("tokens", "%,d%s", Math.round(collection.tokens()), spread(collection.tokensSpread()));
        if (collection.failures() > 0) {
            fact("failed records", "%,d (--maxFailures)", Math.round(Math.ceil(collection.failures())));
        }
        fact(
                "counted in",
                "%,d documents%s",
                sample.first().documents() + sample.steady().documents(),
                sample.whole() ? ", all of them" : "");
        if (sample.startOnlyShare() > 0) {
            fact(
                    "starts of files only",
                    "%.0f %% of the bytes are in files that cannot be cut: expect more error",
                    100 * sample.startOnlyShare());
        }
    }

    private String spread(double half) {
        // What the starts of files say of the rest, no spread between them tells.
        return half == 0 || sample.startOnlyShare() > 0 ? "" : String.format(Locale.ROOT, " ± %,d", Math.round(half));
    }

    private void output(Workers workers) {
        heading("output, bytes (vectors of every --precision)");
        for (Precision precision : Precision.values()) {
            FileSize size = sample.size(precision);
            long files = size.files(collection.documents(), workers.busy(), planned.fileBytes());
            String chosen = precision == planned.precision() ? ", in " + files + " files  <-" : "";
            fact(precision.label(), "%,d%s", size.bytes(collection.documents(), files), chosen);
        }
        if (planned.writings() > 1) {
            fact("beside it while it runs", "the float32 vectors (no --calibration)");
        }
    }

    private void time(Workers workers) {
        TimeEstimate time = TimeEstimate.of(sample, workers.busy(), workers.longestShare(), planned.writings());
        heading("time, without disk and network, each slot with a core like one of this machine");
        fact("minutes", "%.1f to %.1f", time.leastSeconds() / 60, time.mostSeconds() / 60);
        fact("slots", "%d, of which %d have something to do", planned.parallelism(), workers.busy());
        fact(
                "measured here",
                "%,.0f documents a CPU-second at first, %,.0f later; kernels %s, load %.1f",
                sample.first().documentsPerSecond(),
                sample.steady().documentsPerSecond(),
                VectorKernels.provider(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void memory(MemoryEstimate embedded, MemoryEstimate memory) {
        heading("memory");
        fact("heap, embedded Flink", "%,d MiB (-Xmx)", embedded.heap() >> 20);
        fact("TaskManagers", "%d of %d slots", planned.taskManagers(), planned.taskSlots());
        fact("each, the whole process", "%,d MiB (taskmanager.memory.process.size)", memory.taskManager() >> 20);
        fact(
                "  heap of tasks",
                "%,d MiB, the model's table %,d of them",
                memory.taskHeap() >> 20,
                memory.model() >> 20);
        fact("  managed", "%,d MiB (taskmanager.memory.managed.size)", memory.managed() >> 20);
        fact("  network", "%,d MiB (taskmanager.memory.network.min and .max)", memory.network() >> 20);
    }

    private void lines(MemoryEstimate embedded) {
        heading("submit");
        text.append("  ").append(planned.lines().embedded(embedded.heap())).append('\n');
        text.append("  ").append(planned.lines().remote()).append('\n');
        text.append("  ").append(planned.lines().flinkRun()).append('\n');
    }

    private void heading(String heading) {
        text.append(text.length() == 0 ? "" : "\n").append(heading).append('\n');
    }

    private void fact(String name, String format, Object... values) {
        text.append("  ").append(name).append(" ".repeat(Math.max(1, NAME_WIDTH - name.length())));
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
