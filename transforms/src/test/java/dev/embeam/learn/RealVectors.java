package dev.embeam.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * A labelled data set as vectors of ja-static-256.
 *
 * @param vectors one row of 256 numbers a text
 * @param labels places of the labels among all labels of the set's training part in their natural order
 */
record RealVectors(float[] vectors, int[] labels) {
    static final int DIM = 256;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, RealVectors> READ = new ConcurrentHashMap<>();

    /** A part of a set of the shared data, such as {@code banking77} and {@code test}; read once. */
    static RealVectors of(String set, String part) {
        return READ.computeIfAbsent(set + " " + part, unread -> read(set, part));
    }

    private static RealVectors read(String set, String part) {
        List<String> names = new ArrayList<>(new TreeSet<>(fields(set, "train", "label")));
        int[] labels =
                fields(set, part, "label").stream().mapToInt(names::indexOf).toArray();
        return new RealVectors(encode(fields(set, part, "text")), labels);
    }

    int rows() {
        return labels.length;
    }

    private static float[] encode(List<String> texts) {
        StaticModel model = StaticModel.load(SharedFiles.path("models/ja-static-256"), ModelSettings.defaults());
        String[] ids = new String[texts.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "d" + i;
        }
        DocumentBatch batch = new DocumentBatch(DocumentKeys.ofIds(ids), TextColumn.of(texts));
        return model.encode(model.newTokenizing().tokenize(batch)).vectors();
    }

    private static List<String> fields(String set, String part, String field) {
        List<String> values = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFiles.path("data/" + set + "/" + part + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = JSON.readTree(line);
                values.add(record.get(field).asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
