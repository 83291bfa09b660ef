package dev.embeam.pipeline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.transform.io.MatchedFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A larger collection made of a smaller one: the same texts under new ids, as JSON lines. */
final class RepeatedCollection {
    private RepeatedCollection() {}

    /** Writes it below {@code work} and gives its path. */
    static String write(MatchedFiles files, int times, Path work) throws IOException {
        Path path = work.resolve("repeated.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (int time = 0; time < times; time++) {
                for (MatchedFiles.Batches batches = files.read(); batches.next(); ) {
                    write(batches.batch(), time + "-", json);
                }
            }
        }
        return path.toString();
    }

    private static void write(DocumentBatch batch, String prefix, JsonGenerator json) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            json.writeStartObject();
            json.writeStringField("id", prefix + batch.keys().ids().get(i));
            json.writeStringField("text", batch.texts().get(i));
            json.writeEndObject();
        }
    }
}
