package dev.embeam.transform.sink;

import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.PredictionLayout;
import dev.embeam.schema.json.PredictionJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.function.BiConsumer;

/** A file of predictions as JSON lines that is being written. */
final class JsonPredictions implements OpenFile<PredictionBatch> {
    private final TextFile file;
    private final PredictionJson json;
    private final FirstDocument first = new FirstDocument();
    private long rows;

    JsonPredictions(String path, PredictionLayout layout) throws IOException {
        file = TextFile.at(path);
        json = new PredictionJson(layout);
    }

    /** Writes a copy without some rows. */
    static WrittenFile copy(WrittenFile file, String path, BitSet dropped, BiConsumer<Integer, String> droppedIds)
            throws IOException {
        long kept = 0;
        try (TextFile copy = TextFile.at(path);
                BufferedReader lines = new BufferedReader(
                        Channels.newReader(OutputFolder.open(file.path()), StandardCharsets.UTF_8))) {
            int row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (dropped.get(row)) {
                    droppedIds.accept(row, PredictionJson.id(line, file.path()));
                } else {
                    copy.writeLine(line);
                    kept++;
                }
                row++;
            }
            copy.close();
            return file.replacedBy(path, kept, copy.bytes(), copy.sha256(), System.currentTimeMillis());
        }
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public void append(PredictionBatch batch) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            file.writeLine(json.write(batch, i));
        }
        rows += batch.size();
        first.add(batch.keys());
    }

    @Override
    public long size() {
        return file.bytes();
    }

    @Override
    public WrittenFile finish() throws IOException {
        file.close();
        return WrittenFile.withoutVectors(file.path(), rows, file.bytes(), file.sha256(), first);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
