package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Files of the names that the READMEs use, each with a few lines. */
public final class ReadmeData {
    private static final Pattern SUITE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

    private ReadmeData() {}

    /** Writes them. */
    public static void write(Path folder, String readme) throws IOException {
        Files.createDirectories(folder.resolve("corpus"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("corpus/a.jsonl.gz")))) {
            out.write("""
                    {"id":"1","text":"red"}
                    {"id":"2","text":"green blue"}
                    {"id":"3","text":"blue blue red"}
                    """.getBytes(StandardCharsets.UTF_8));
        }
        String queries = """
                {"qid":"a","query":"red","relevant_docs":["1"]}
                {"qid":"b","query":"green","relevant_docs":["2"]}
                """;
        lines(folder, "queries/test.jsonl", queries);
        lines(folder, "queries/validation.jsonl", queries);
        lines(folder, "queries/rerank.jsonl", """
                {"qid":"a","query":"red","retrieved_docs":["1","2"],"relevance_scores":[1,0]}
                {"qid":"b","query":"blue","retrieved_docs":["1","3"],"relevance_scores":[0,1]}
                """);
        String similar = """
                {"sentence1":"red","sentence2":"red","label":5.0}
                {"sentence1":"red","sentence2":"green","label":0.5}
                {"sentence1":"blue","sentence2":"green blue","label":3.0}
                """;
        lines(folder, "sts/train.jsonl", similar);
        lines(folder, "sts/test.jsonl", similar);
        String same = """
                {"sentence1":"red","sentence2":"red","label":1}
                {"sentence1":"red","sentence2":"green","label":0}
                {"sentence1":"blue","sentence2":"green blue","label":1}
                """;
        lines(folder, "pairs/validation.jsonl", same);
        lines(folder, "pairs/test.jsonl", same);
        String labels = """
                {"text":"red","label":0}
                {"text":"red red","label":0}
                {"text":"green","label":1}
                {"text":"green blue","label":1}
                """;
        lines(folder, "labels/lines.txt", """
                __label__sports the match was won in the last minute
                __label__weather rain and wind are expected in the north
                __label__sports the team has a new coach
                __label__weather the sun will shine all week
                """.repeat(20));
        lines(folder, "texts/plain.txt", "red green blue blue red\n".repeat(50));
        lines(folder, "labels/train.jsonl", labels);
        lines(folder, "labels/validation.jsonl", labels);
        lines(folder, "labels/test.jsonl", labels);
        Matcher suite = SUITE.matcher(readme);
        assertThat(suite.find()).as("README.md shows a suite").isTrue();
        lines(folder, "suite.yaml", suite.group(1));
        table(folder);
    }

    /** A table of the collection, with a tag for what it was before and a branch for what may come. */
    private static void table(Path folder) throws IOException {
        Path model = folder.resolve("models/static-embedding-japanese");
        FixtureTable table = FixtureTable.in(folder.resolve("tables/articles"), 1024);
        SortedMap<String, String> documents = new TreeMap<>(Map.of("1", "red", "2", "green"));
        table.tag("monday", table.next(model, documents));
        documents.putAll(Map.of("2", "green blue", "3", "blue blue red"));
        table.next(model, documents);
        documents.put("4", "blue");
        table.next(model, documents, "candidate");
    }

    private static void lines(Path folder, String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }
}
