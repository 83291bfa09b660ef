package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two commands on collections small enough to rank by hand, with what is odd about them. */
class RankingBehaviourTest {
    private static final String RED = "{\"docid\": \"red\", \"text\": \"red\"}";
    private static final String GREEN = "{\"docid\": \"green\", \"text\": \"green\"}";
    private static final String BLUE = "{\"docid\": \"blue\", \"text\": \"blue\"}";

    @TempDir
    Path folder;

    private RankingRun retrieval;
    private RankingRun reranking;

    @BeforeEach
    void writeFiles() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        write("corpus.jsonl", RED, GREEN, BLUE);
        write("queries.jsonl", query("q", "red", "red"));
        retrieval = command("evaluate-retrieval");
        reranking = command("evaluate-reranking");
    }

    private RankingRun command(String name) {
        return RankingRun.of(name, folder)
                .with(
                        "--input=" + folder.resolve("corpus.jsonl"),
                        "--queries=" + folder.resolve("queries.jsonl"),
                        "--model=" + folder.resolve("model"),
                        "--analysis=standard",
                        "--profile=trec");
    }

    private static String query(String id, String text, String... relevant) {
        return "{\"qid\": \"" + id + "\", \"query\": \"" + text + "\", \"relevant_docs\": ["
                + String.join(
                        ", ",
                        List.of(relevant).stream().map(one -> "\"" + one + "\"").toList()) + "]}";
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Path encode(String precision) {
        Path output = folder.resolve("vectors-" + precision);
        Invocation run = Invocation.of(
                "encode",
                "--input=" + folder.resolve("corpus.jsonl"),
                "--model=" + folder.resolve("model"),
                "--output=" + output,
                "--precision=" + precision,
                "--runner=DirectRunner",
                "--progress=none");
        assertThat(run.err()).isEmpty();
        return output;
    }

    @Test
    void validationChoosesBetweenTheSimilaritiesOfJmteb() throws IOException {
        // By inner product blue (3, 4) is nearest to red (1, 0); by angle and by distance red itself is.
        Path validation = write("validation.jsonl", query("v", "red", "blue"));
        RankingRun run = retrieval.with("--validation=" + validation, "--profile=jmteb", "--quirks=-cut-at-queries");
        SystemReport chosen = RankingRun.system(run.report(), "model");
        assertThat(chosen.validation()).containsOnlyKeys("cosine_similarity", "dot_score", "euclidean_distance");
        assertThat(chosen.variant()).isEqualTo("dot_score");
        assertThat(chosen.value("jmteb:mrr@10").value()).isEqualTo(0.5);
        assertThat(run.text("scores.json")).contains("\"optimal_distance_metric\": \"dot_score\"");
        SystemReport first = RankingRun.system(run.with("--validation=").report(), "model");
        assertThat(first.variant()).isEqualTo("cosine_similarity");
        assertThat(first.value("jmteb:mrr@10").value()).isEqualTo(1);
    }

    @Test
    void widthsThatAModelDoesNotHaveAreToldInTheReport() throws IOException {
        EvaluationReport report = retrieval.with("--dims=1,64,128").report();
        assertThat(report.systems())
                .extracting(system -> system.system().label())
                .containsExactly("model dims=1");
        assertThat(report.warnings())
                .filteredOn(warning -> warning.kind().equals("missing-dims"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.count()).isEqualTo(2))
                .satisfies(warning -> assertThat(warning.detail()).endsWith("is not scored at dims 64, 128"));
    }

    @Test
    void oneRunAnswersAllSettings() throws IOException {
        EvaluationReport report = retrieval
                .with(
                        "--model=" + folder.resolve("model") + ",bm25",
                        "--maxTokens=8,64",
                        "--dims=2,1",
                        "--precisions=float32,float16,binary,int8",
                        "--collectionShares=0.5,1")
                .report();
        assertThat(report.systems()).hasSize(2 * 2 * 4 * 2 + 2);
        assertThat(RankingRun.system(report, "model dims=1 maxTokens=64 precision=int8 share=0.5")
                        .costs())
                .containsEntry("bytesPerDocument", 1.0)
                .containsEntry("encodedTexts", 3.0);
        assertThat(RankingRun.value(report, "model dims=2 maxTokens=8 precision=float16 share=1.0", "trec:ndcg@10"))
                .isEqualTo(1);
        assertThat(RankingRun.value(report, "bm25 share=1.0", "trec:ndcg@10")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
    void rangesOfInt8AreFoundWhereNoneAreNamed(String runner) throws IOException {
        write(
                "corpus.jsonl",
                IntStream.range(0, 40)
                        .mapToObj(i -> "{\"docid\": \"d" + i + "\", \"text\": \"" + "red ".repeat(1 + i % 7)
                                + "blue ".repeat(i % 5) + "\"}")
                        .toArray(String[]::new));
        Path stored = encode("int8");
        RankingRun run = retrieval.with("--precisions=int8", "--runner=" + runner);
        EvaluationReport named =
                RankingRun.comparable(run.with("--calibration=" + stored).report());
        String ranking = run.text("run.trec");
        EvaluationReport found = RankingRun.comparable(run.report());
        assertThat(found).isEqualTo(named);
        assertThat(run.text("run.trec")).isEqualTo(ranking).contains("precision=int8");
        for (String precisions : List.of("int8", "float32")) {
            EvaluationReport own =
                    RankingRun.comparable(run.with("--embeddings=" + stored, "--precisions=" + precisions)
                            .report());
            assertThat(own).isEqualTo(named);
            assertThat(run.text("run.trec")).isEqualTo(ranking);
        }
        EvaluationReport fromFloats = RankingRun.comparable(
                run.with("--embeddings=" + encode("float32")).report());
        assertThat(fromFloats).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"float16, 4", "binary, 1", "int8, 2"})
    void storedPrecisionNamesTheSystem(String precision, double bytes) throws IOException {
        EvaluationReport report =
                retrieval.with("--embeddings=" + encode(precision), "--input=").report();
        assertThat(RankingRun.system(report, "model precision=" + precision).costs())
                .containsEntry("bytesPerDocument", bytes)
                .doesNotContainKey("encodeSeconds");
    }

    @Test
    void failedRecordsAreCountedAsFarAsAllowed() throws IOException {
        write("corpus.jsonl", RED, "{\"docid\": ", GREEN, "{\"text\": 7, \"docid\": \"x\"}", BLUE);
        for (String model : List.of(folder.resolve("model").toString(), "bm25")) {
            EvaluationReport report =
                    retrieval.with("--model=" + model, "--maxFailures=2").report();
            assertThat(RankingRun.warned(report, "failed-records")).isEqualTo(2);
            assertThat(report.systems().get(0).value("trec:ndcg@10").value()).isEqualTo(1);
        }
        write("candidates.jsonl", candidates("q", "red", "red", "green"));
        EvaluationReport reranked = reranking
                .with(
                        "--queries=" + folder.resolve("candidates.jsonl"),
                        "--model=bm25",
                        "--bm25Statistics=candidates",
                        "--maxFailures=2")
                .report();
        assertThat(RankingRun.warned(reranked, "failed-records")).isEqualTo(2);
    }

    /** The first candidate is the relevant one. */
    private static String candidates(String id, String text, String... documents) {
        String ids = String.join("\", \"", documents);
        String grades = "1" + ", 0".repeat(documents.length - 1);
        return "{\"qid\": \"" + id + "\", \"query\": \"" + text + "\", \"retrieved_docs\": [\"" + ids
                + "\"], \"relevance_scores\": [" + grades + "]}";
    }

    @Test
    void odditiesOfTheDataAreCountedWarnings() throws IOException {
        write("corpus.jsonl", RED, RED, GREEN, "{\"docid\": \"empty\", \"text\": \"\"}");
        write("queries.jsonl", query("q", "red", "red", "unknown"), query("none", "green"));
        EvaluationReport report = retrieval.report();
        assertThat(RankingRun.warned(report, "repeated-ids")).isPositive();
        assertThat(RankingRun.warned(report, "zero-vectors")).isEqualTo(1);
        assertThat(RankingRun.warned(report, "unknown-judged-documents")).isEqualTo(1);
        assertThat(RankingRun.warned(report, "queries-without-relevant-documents"))
                .isEqualTo(1);
        assertThat(RankingRun.warned(report, "fewer-documents-than-k")).isEqualTo(4);
        assertThat(RankingRun.value(report, "model", "trec:mrr@10")).isEqualTo(0.5);
        assertThat(RankingRun.value(report, "model", "trec:recall@10")).isEqualTo(0.25);
    }

    @Test
    void equalScoresAreOrderedByIdAndWarnedOf() throws IOException {
        write(
                "corpus.jsonl",
                "{\"docid\": \"a\", \"text\": \"red\"}",
                "{\"docid\": \"c\", \"text\": \"red\"}",
                "{\"docid\": \"b\", \"text\": \"red\"}");
        write("queries.jsonl", query("q", "red", "b"));
        EvaluationReport report = retrieval.report();
        assertThat(RankingRun.warned(report, "constant-scores")).isEqualTo(1);
        assertThat(RankingRun.warned(report, "ties-matter")).isEqualTo(1);
        assertThat(retrieval.text("run.trec").lines().map(line -> line.substring(5, 6)))
                .containsExactly("c", "b", "a");
        assertThat(RankingRun.value(report, "model", "trec:mrr@10")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"docid\": \n"})
    void collectionWithoutDocumentsFailsTheJob(String contents) throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), contents);
        retrieval.with("--maxFailures=9").assertFails(1, "no document");
        retrieval.with("--maxFailures=9", "--model=bm25").assertFails(1, "no document");
    }

    @Test
    void judgementsInTrecsFormatStandBesideTheTexts() throws IOException {
        write("topics.jsonl", "{\"id\": \"1\", \"text\": \"red\"}", "{\"id\": \"2\", \"text\": \"blue\"}");
        write("qrels", "1 0 red 2", "1 0 blue 1", "7 0 red 1");
        EvaluationReport report = retrieval
                .with(
                        "--layout=trec",
                        "--queries=" + folder.resolve("topics.jsonl"),
                        "--qrels=" + folder.resolve("qrels"),
                        "--similarities=dot")
                .report();
        // blue (grade 1) before red (grade 2): (1 + 2 / log2(3)) / (2 + 1 / log2(3))
        assertThat(RankingRun.value(report, "model", "trec:ndcg@10")).isCloseTo(0.859719, within(1e-6));
        assertThat(report.size()).isEqualTo(1);
        assertThat(RankingRun.warned(report, "unknown-queries")).isEqualTo(1);
        assertThat(RankingRun.warned(report, "queries-without-judgements")).isEqualTo(1);
    }

    @Test
    void runsWhoseNamesDifferInSpecialCharactersKeepTheirOwnFiles() throws IOException {
        Path one = write("a b.trec", "q Q0 red 1 0.5 x");
        Path other = write("a:b.trec", "q Q0 green 1 0.5 x");
        retrieval.with("--runs=" + one + "," + other).report();
        assertThat(retrieval.text("runs/a-b.trec.trec")).startsWith("q Q0 red");
        assertThat(retrieval.text("runs/a-b.trec-2.trec")).startsWith("q Q0 green");
    }

    @Test
    void rowsOfJqaraAreQueriesAndDocuments() throws IOException {
        Path rows = write(
                "jqara.jsonl",
                jqara("1", "red apple", "p1", "on apples", "a red one", 1),
                jqara("1", "red apple", "p2", "on pears", "a green one", 0),
                jqara("2", "blue sea", "p3", "on land", "brown and green", 0),
                jqara("2", "blue sea", "p4", "on the sea", "it is blue", 1));
        EvaluationReport report = reranking
                .with(
                        "--input=",
                        "--layout=jqara",
                        "--queries=" + rows,
                        "--idField=passage_row_id",
                        "--textFields=title,text",
                        "--model=bm25",
                        "--bm25Variant=okapi",
                        "--bm25Statistics=candidates")
                .report();
        assertThat(report.size()).isEqualTo(2);
        assertThat(RankingRun.value(report, "bm25", "trec:ndcg@10")).isCloseTo(1, within(0.4));
        assertThat(report.warnings()).extracting(warning -> warning.kind()).doesNotContain("unknown-candidates");
    }

    private static String jqara(String query, String text, String id, String title, String passage, int label) {
        return "{\"q_id\": \"" + query + "\", \"question\": \"" + text + "\", \"passage_row_id\": \"" + id
                + "\", \"title\": \"" + title + "\", \"text\": \"" + passage + "\", \"label\": " + label + "}";
    }

    @Test
    void queriesOfJacwirNameTheirPositiveFirst() throws IOException {
        Path queries = write(
                "jacwir.jsonl",
                "{\"query\": \"red\", \"positive\": \"red\", \"negatives\": [\"green\", \"blue\"]}",
                "{\"query\": \"green\", \"positive\": \"gone\", \"negatives\": [\"red\"]}");
        EvaluationReport report = reranking
                .with(
                        "--layout=jacwir",
                        "--queries=" + queries,
                        "--model=" + folder.resolve("model") + ",bm25",
                        "--mainMeasure=map@10")
                .report();
        assertThat(report.mainMeasure()).isEqualTo("trec:map@10");
        assertThat(RankingRun.value(report, "model", "trec:map@10")).isEqualTo(0.5);
        assertThat(RankingRun.value(report, "bm25", "trec:map@10")).isEqualTo(0.5);
        assertThat(RankingRun.warned(report, "unknown-candidates")).isEqualTo(1);
    }
}
