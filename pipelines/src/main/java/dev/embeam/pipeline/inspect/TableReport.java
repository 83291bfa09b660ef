package dev.embeam.pipeline.inspect;

import dev.embeam.precision.VectorSummary;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.transform.io.EmbeddingPart;
import dev.embeam.transform.io.StoredEmbeddings;
import dev.embeam.transform.io.TableReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a snapshot of a table holds, as text for a person: what it says of itself, and its vectors. */
final class TableReport {
    private TableReport() {}

    static String of(String path, TableReference table) throws IOException {
        TableSnapshot snapshot = table.snapshot();
        StoredEmbeddings stored = StoredEmbeddings.match(path);
        List<VectorSummary> vectors = new ArrayList<>();
        stored.read(batch -> vectors.add(summary(batch)));
        Report report = new Report()
                .heading("embeddings")
                .fact("table", table.location().toString())
                .fact("snapshot", Long.toString(snapshot.id()))
                .fact("created", snapshot.created().toString())
                .count("documents", stored.rows())
                .count("columns", stored.dim())
                .fact("precision", stored.precision().label())
                .count(
                        "files",
                        stored.parts().stream()
                                .map(EmbeddingPart::file)
                                .distinct()
                                .count())
                .count("bytes", stored.bytes());
        VectorSummary all = vectors.stream().reduce(VectorSummary.none(), VectorSummary::plus);
        EmbeddingsReport.describe(report, all);
        return report.heading("model")
                .fact("fingerprint", stored.fingerprint())
                .fact("location", snapshot.property(SnapshotProperty.MODEL))
                .toString();
    }

    private static VectorSummary summary(EmbeddingBatch batch) {
        return VectorSummary.of(batch.vectors(), batch.size(), batch.dim());
    }
}
