package dev.embeam.lexical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Queries and documents for tests, made by hand or read from the data sets. */
final class TestQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestQueries() {}

    static QuerySet of(String... texts) {
        List<Query> queries = new ArrayList<>();
        for (String text : texts) {
            queries.add(new Query("q" + queries.size(), text, List.of(), List.of()));
        }
        return new QuerySet(Split.TEST, "queries", queries);
    }

    /** Documents with the ids d0, d1, ... */
    static DocumentBatch documents(String... texts) {
        return documents(0, List.of(texts));
    }

    static DocumentBatch documents(int first, List<String> texts) {
        String[] ids = new String[texts.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "d" + (first + i);
        }
        return new DocumentBatch(DocumentKeys.ofIds(ids), TextColumn.of(texts));
    }

    /** The passages of JSQuAD, d0, d1, ... in their order. */
    static DocumentBatch jsquad() throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode row : lines("data/jsquad/corpus.jsonl.gz")) {
            texts.add(row.path("text").asText());
        }
        return documents(0, texts);
    }

    static QuerySet jsquadQueries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode row : lines("data/jsquad/valid.jsonl.gz")) {
            List<Qrel> qrels = new ArrayList<>();
            row.path("relevant_docs").forEach(id -> qrels.add(new Qrel(id.asText(), 1)));
            queries.add(new Query(row.path("qid").asText(), row.path("query").asText(), qrels, List.of()));
        }
        return new QuerySet(Split.VALIDATION, "jsquad", queries);
    }

    static QuerySet jsquadCandidates() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode row : lines("data/jsquad/rerank_valid.jsonl.gz")) {
            List<String> candidates = new ArrayList<>();
            row.path("retrieved_docs").forEach(id -> candidates.add(id.asText()));
            queries.add(new Query(row.path("qid").asText(), row.path("query").asText(), List.of(), candidates));
        }
        return new QuerySet(Split.TEST, "jsquad rerank", queries);
    }

    static List<JsonNode> lines(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedFiles.path(file)))) {
            return lines(in);
        }
    }

    static List<JsonNode> lines(InputStream in) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
