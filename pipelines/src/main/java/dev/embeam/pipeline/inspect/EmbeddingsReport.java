package dev.embeam.pipeline.inspect;

import dev.embeam.precision.VectorSummary;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.StoredVectors;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an output of {@code encode} holds, as text for a person: what its manifest says, held against its files. */
final class EmbeddingsReport {
    private EmbeddingsReport() {}

    static String of(String path) throws IOException {
        OutputFolder folder = OutputFolder.of(path);
        RunManifest manifest = folder.manifest()
                .orElseThrow(() -> new CorruptDataException(
                        path, "", "no manifest.json", "a finished output of encode; run encode again"));
        VectorSummary vectors = VectorSummary.none();
        for (StoredFile file : manifest.files()) {
            vectors = vectors.plus(StoredVectors.summarize(folder, file));
        }
        return report(path, manifest, vectors);
    }

    /** The facts about vectors that every report of them has. */
    static void describe(Report report, VectorSummary vectors) {
        report.share("zero vectors", vectors.zeros(), vectors.rows())
                .count("vectors not finite", vectors.notFinite())
                .fact(
                        "length of a vector",
                        String.format(
                                Locale.ROOT,
                                "smallest %.4f, mean %.4f, largest %.4f",
                                vectors.meanNorm() == 0 ? 0.0 : vectors.smallestNorm(),
                                vectors.meanNorm(),
                                vectors.largestNorm()));
    }

    private static String report(String path, RunManifest manifest, VectorSummary vectors) {
        Report report = new Report()
                .heading("embeddings")
                .fact("folder", path)
                .count("documents", manifest.counts().documents())
                .count("columns", manifest.width())
                .fact("precision", manifest.precision().label())
                .count("files", manifest.files().size())
                .count(
                        "bytes",
                        manifest.files().stream().mapToLong(StoredFile::bytes).sum());
        describe(report, vectors);
        report.heading("run")
                .fact("created", manifest.created())
                .count("tokens", manifest.counts().tokens())
                .share(
                        "unknown tokens",
                        manifest.counts().unknownTokens(),
                        manifest.counts().tokens())
                .share(
                        "empty texts",
                        manifest.counts().emptyTexts(),
                        manifest.counts().documents())
                .share(
                        "cut texts",
                        manifest.counts().truncatedTexts(),
                        manifest.counts().documents())
                .count("failed records", manifest.failed())
                .fact("kernels", String.join(", ", manifest.kernels()));
        for (Map.Entry<String, Double> phase : new TreeMap<>(manifest.seconds()).entrySet()) {
            report.fact("seconds to " + phase.getKey(), String.format(Locale.ROOT, "%.1f", phase.getValue()));
        }
        report.heading("model").fact("fingerprint", manifest.modelFingerprint());
        new TreeMap<>(manifest.model()).forEach(report::fact);
        return report.toString();
    }
}
