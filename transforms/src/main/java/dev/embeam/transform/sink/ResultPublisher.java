package dev.embeam.transform.sink;

import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.ResultManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.EvaluationReportJson;
import dev.embeam.schema.json.JmtebScores;
import dev.embeam.schema.json.ResultManifestJson;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Writes the files of an evaluation under temporary names, moves them to their places and writes the manifest last. May be
 * repeated after a failure at any point, and after success. A replaced output loses its manifest first.
 */
final class ResultPublisher {
    private static final String REPORT = "evaluation.json";
    private static final String SCORES = "scores.json";

    private final ResultSettings settings;
    private final OutputFolder folder;

    ResultPublisher(ResultSettings settings) {
        this.settings = settings;
        folder = OutputFolder.of(settings.output());
    }

    void publish(EvaluationOutput output) throws IOException {
        if (!folder.isPublishedBy(settings.runId())) {
            write(output);
        }
        folder.deleteTemporaryFiles(settings.runId());
    }

    private void write(EvaluationOutput output) throws IOException {
        OutputFolder.requireWritable(settings.output(), settings.overwrite());
        List<StoredFile> files = new ArrayList<>();
        files.add(write(REPORT, List.of(EvaluationReportJson.write(output.report()))));
        files.add(write(
                SCORES,
                List.of(JmtebScores.write(
                        output.report(), output.report().systems().get(0)))));
        for (Map.Entry<String, List<String>> file : output.files().entrySet()) {
            files.add(write(file.getKey(), file.getValue()));
        }
        removeFormer();
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).path();
            folder.move(temporary(path), folder.file(path));
        }
        writeManifest(files);
    }

    private StoredFile write(String path, List<String> lines) throws IOException {
        try (TextFile file = TextFile.at(temporary(path).toString())) {
            for (String line : lines) {
                file.writeLine(line);
            }
            file.close();
            return new StoredFile(path, lines.size(), file.bytes(), file.sha256());
        }
    }

    /** Temporary files lie side by side in one folder. */
    private ResourceId temporary(String path) {
        return folder.temporary(settings.runId(), path.replace('/', '_'));
    }

    private void removeFormer() throws IOException {
        Optional<String> former = folder.read(OutputFolder.MANIFEST);
        if (former.isPresent()) {
            List<String> files = ResultManifestJson.files(former.get());
            folder.delete(List.of(folder.file(OutputFolder.MANIFEST)));
            folder.delete(files.stream().map(folder::file).toList());
        }
    }

    private void writeManifest(List<StoredFile> files) throws IOException {
        ResultManifest manifest = new ResultManifest(
                settings.runId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                files,
                settings.flags(),
                settings.versions());
        ResourceId temporary = folder.temporary(settings.runId(), OutputFolder.MANIFEST);
        folder.write(temporary, ResultManifestJson.write(manifest));
        folder.move(temporary, folder.file(OutputFolder.MANIFEST));
    }
}
