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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A copy of a collection as compressed JSON lines in several files.
 *
 * @param times how often every document is there, under ids of its own
 * @param level of the compression, 1 to 9: the same documents in other bytes
 * @param changedEvery the text of one document in this many is another one; 0 for none
 */
record CollectionCopy(int times, int level, int changedEvery) {
    private static final int FILES = 8;

    /** Writes it into a new folder and gives the glob of its files. */
    String write(MatchedFiles files, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<JsonGenerator> parts = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            OutputStream file = Files.newOutputStream(folder.resolve("part-" + i + ".jsonl.gz"));
            JsonGenerator json =
                    new JsonFactory().createGenerator(new BufferedOutputStream(new Gzip(file, level), 1 << 16));
            parts.add(json.setPrettyPrinter(new MinimalPrettyPrinter("\n")));
        }
        long written = 0;
        for (int time = 0; time < times; time++) {
            int part = 0;
            for (MatchedFiles.Batches batches = files.read(); batches.next(); part = (part + 1) % FILES) {
                write(batches.batch(), time + "-", written, parts.get(part));
                written += batches.batch().size();
            }
        }
        for (JsonGenerator part : parts) {
            part.close();
        }
        return folder.resolve("*.jsonl.gz").toString();
    }

    private void write(DocumentBatch batch, String prefix, long written, JsonGenerator json) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            boolean changed = changedEvery > 0 && (written + i) % changedEvery == 0;
            json.writeStartObject();
            json.writeStringField("id", prefix + batch.keys().ids().get(i));
            json.writeStringField("text", batch.texts().get(i) + (changed ? " 改訂" : ""));
            json.writeEndObject();
        }
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
