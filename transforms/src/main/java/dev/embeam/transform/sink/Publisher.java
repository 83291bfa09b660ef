package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns the temporary files of vectors into a finished output, as {@link Publication} does, with its {@link RunManifest}. */
final class Publisher {
    private final WriteSettings settings;

    Publisher(WriteSettings settings) {
        this.settings = settings;
    }

    /**
     * Publishes these files; those without rows are left out.
     *
     * @param failures at most one file of failed records
     */
    void publish(List<WrittenFile> written, List<FailureSummary> failures, Calibration calibration) throws IOException {
        Publication publication = new Publication(settings.run());
        List<WrittenFile> files = Publication.inOrder(written);
        if (files.isEmpty() && !publication.isDone()) {
            files = List.of(emptyFile(calibration));
        }
        List<Publication.Move> vectors = Publication.documents(files, ".parquet");
        List<Publication.Move> failed = Publication.failures(failures);
        List<Publication.Move> moves = new ArrayList<>(vectors);
        moves.addAll(failed);
        publication.publish(
                moves,
                () -> RunManifestJson.write(new RunReport(settings)
                        .manifest(
                                vectors.stream().map(Publication.Move::to).toList(),
                                failed.stream().map(Publication.Move::to).toList(),
                                written,
                                calibration)));
    }

    private WrittenFile emptyFile(Calibration calibration) throws IOException {
        String path = settings.run()
                .folder()
                .temporary(settings.runId(), "empty.parquet")
                .toString();
        try (EmbeddingFileWriter writer =
                EmbeddingFileWriter.open(OutputFolder.create(path), settings.finalFormat(calibration))) {
            String sha256 = writer.finish();
            return new WrittenFile(
                    path, 0, writer.bytes(), sha256, "", 0, EncodingCounts.NONE, Calibration.NONE, "", 0);
        }
    }
}
