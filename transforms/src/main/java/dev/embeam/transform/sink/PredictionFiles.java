package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.ResultManifest;
import dev.embeam.schema.json.ResultManifestJson;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;

/** Files of predictions, Parquet or JSON lines. */
record PredictionFiles(PredictionSettings settings) implements DocumentFiles<PredictionBatch> {
    private static final long serialVersionUID = 1L;

    @Override
    public OutputRun run() {
        return settings.run();
    }

    @Override
    public long targetFileBytes() {
        return settings.targetFileBytes();
    }

    @Override
    public DocumentKeys keys(PredictionBatch batch) {
        return batch.keys();
    }

    @Override
    public OpenFile<PredictionBatch> create() throws IOException {
        String path = run().newPath(settings.format().ending());
        return switch (settings.format()) {
            case PARQUET -> new ParquetPredictions(path, settings.layout());
            case JSONL -> new JsonPredictions(path, settings.layout());
        };
    }

    @Override
    public boolean needsRanges() {
        return false;
    }

    @Override
    public WrittenFile rewrite(
            WrittenFile file, Calibration ranges, BitSet dropped, BiConsumer<Integer, String> droppedIds)
            throws IOException {
        String path = run().newPath(settings.format().ending());
        return switch (settings.format()) {
            case PARQUET -> ParquetPredictions.copy(file, path, settings.layout(), dropped, droppedIds);
            case JSONL -> JsonPredictions.copy(file, path, dropped, droppedIds);
        };
    }

    @Override
    public void publish(List<WrittenFile> written, List<FailureSummary> failures, List<SideFile> besides)
            throws IOException {
        Publication publication = new Publication(run());
        List<WrittenFile> files = Publication.inOrder(written);
        if (files.isEmpty() && !publication.isDone()) {
            try (OpenFile<PredictionBatch> empty = create()) {
                files = List.of(empty.finish());
            }
        }
        List<Publication.Move> moves =
                new ArrayList<>(Publication.documents(files, settings.format().ending()));
        moves.addAll(Publication.failures(failures));
        besides.stream()
                .map(file -> new Publication.Move(file.path(), file.stored()))
                .forEach(moves::add);
        publication.publish(
                moves,
                () -> ResultManifestJson.write(new ResultManifest(
                        settings.runId(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                        moves.stream().map(Publication.Move::to).toList(),
                        settings.flags(),
                        settings.versions())));
    }
}
