package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.fixture.RandomTexts;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot of a table ranks as the plain files of the same documents do. */
class TableRankingTest {
    private static final String QUERIES = """
            {"qid":"a","query":"red","relevant_docs":["d1","d7","d300"],"retrieved_docs":["d1","d2","d3"],"relevance_scores":[1,0,1]}
            {"qid":"b","query":"green blue","relevant_docs":["d2"],"retrieved_docs":["d9","d2"],"relevance_scores":[0,1]}
            """;

    @TempDir
    Path folder;

    private final RandomTexts texts = RandomTexts.ofSeed(5);
    private Path model;
    private FixtureTable table;

    @BeforeEach
    void write() throws IOException {
        model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        table = FixtureTable.in(folder.resolve("table"), 2);
        Files.writeString(folder.resolve("queries.jsonl"), QUERIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate-retrieval", "evaluate-reranking"})
    void aTableWithDeletionsRanksAsPlainFilesWithoutThoseRows(String command) throws IOException {
        SortedMap<String, String> first = texts.documents(400);
        SortedMap<String, String> second = texts.changed(first, 150, 90, 30);
        TableSnapshot before = table.next(model, first);
        table.next(model, second);
        Path then = encode("then", first);
        Path now = encode("now", second);
        assertThat(table.table().files(table.table().snapshot("")))
                .anyMatch(file -> file.deleted().cardinality() > 100);
        assertSameRankings(command, folder.resolve("table").toString(), now);
        assertSameRankings(command, folder.resolve("table") + "@main", now);
        assertSameRankings(command, folder.resolve("table") + "@" + before.id(), then);
    }

    @Test
    void aBranchIsReadByItsName() throws IOException {
        SortedMap<String, String> first = texts.documents(50);
        SortedMap<String, String> second = texts.changed(first, 20, 10, 5);
        table.next(model, first);
        table.next(model, second, "candidate");
        assertSameRankings("evaluate-retrieval", folder.resolve("table") + "@candidate", encode("then", second));
    }

    @Test
    void whatIsNotThereIsToldBeforeTheJob() throws IOException {
        RankingRun run = run("evaluate-retrieval", folder.resolve("table").toString());
        run.assertFails(2, "is empty; expected a snapshot");
        table.next(model, texts.documents(5));
        run("evaluate-retrieval", folder.resolve("table") + "@42")
                .assertFails(2, "has no snapshot \"42\"", "expected one of [main");
        run("evaluate-retrieval", folder.resolve("nothing") + "@42").assertFails(2, "there is no manifest.json");
        Files.delete(Path.of(table.table().dataPath("run-1.parquet")));
        run("evaluate-retrieval", folder.resolve("table").toString()).assertFails(2, "run-1.parquet");
    }

    private void assertSameRankings(String command, String snapshot, Path plain) throws IOException {
        RankingRun ofTable = run(command, snapshot);
        EvaluationReport found = ofTable.report();
        List<String> files = List.of("run.trec", "per-query.jsonl", "predictions.jsonl");
        List<String> contents = files.stream().map(name -> text(ofTable, name)).toList();
        RankingRun ofFiles = run(command, plain.toString());
        EvaluationReport expected = ofFiles.report();
        assertThat(contents)
                .containsExactlyElementsOf(
                        files.stream().map(name -> text(ofFiles, name)).toList());
        assertThat(RankingRun.comparable(found)).isEqualTo(RankingRun.comparable(expected));
    }

    private static String text(RankingRun run, String name) {
        try {
            return run.text(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private RankingRun run(String command, String embeddings) {
        return RankingRun.of(command, folder)
                .with(
                        "--embeddings=" + embeddings,
                        "--queries=" + folder.resolve("queries.jsonl"),
                        "--model=" + model,
                        "--profile=trec");
    }

    private Path encode(String name, SortedMap<String, String> documents) throws IOException {
        Path output = folder.resolve(name);
        Invocation run = Invocation.of(
                "encode",
                "--input=" + RandomTexts.write(folder.resolve(name + ".jsonl"), documents),
                "--model=" + model,
                "--output=" + output,
                "--runner=DirectRunner",
                "--progress=none");
        assertThat(run.err()).isEmpty();
        return output;
    }
}
