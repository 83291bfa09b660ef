package dev.embeam.pipeline.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that cannot do what they were asked for: exit codes, one line, nothing left behind. */
class RankingFailuresTest {
    @TempDir
    Path folder;

    private RankingRun retrieval;
    private RankingRun reranking;

    @BeforeEach
    void writeFiles() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        write("corpus.jsonl", "{\"docid\": \"a\", \"text\": \"red\"}", "{\"docid\": \"b\", \"text\": \"green\"}");
        write("queries.jsonl", "{\"qid\": \"q\", \"query\": \"red\", \"relevant_docs\": [\"a\"]}");
        write(
                "candidates.jsonl",
                "{\"qid\": \"q\", \"query\": \"red\", \"retrieved_docs\": [\"a\"], \"relevance_scores\": [1]}");
        retrieval = command("evaluate-retrieval", "queries.jsonl");
        reranking = command("evaluate-reranking", "candidates.jsonl");
    }

    private RankingRun command(String name, String queries) {
        return RankingRun.of(name, folder)
                .with(
                        "--input=" + folder.resolve("corpus.jsonl"),
                        "--queries=" + folder.resolve(queries),
                        "--model=" + folder.resolve("model") + ",bm25");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dims=abc|--dims is \"abc\"",
                "--dims=3|--dims is 3",
                "--precisions=int4|--precisions is \"int4\"",
                "--maxTokens=few|--maxTokens is \"few\"",
                "--profile=x|--profile is \"x\"",
                "--quirks=+x|--quirks is \"x\"",
                "--fusions=foo|--fusions holds \"foo\"",
                "--fusions=rrf(bm25,other)|--fusions names \"other\"",
                "--similarities=x|--similarities is \"x\"",
                "--layout=x|--layout is \"x\"",
                "--layout=trec|--qrels",
                "--queryFields=foo|--queryFields holds \"foo\"",
                "--cutoffs=x|--cutoffs is \"x\"",
                "--mainMeasure=ndcg@x|ndcg@x",
                "--analysis=x|--analysis is \"x\"",
                "--bm25Variant=x|--bm25Variant is \"x\"",
                "--bm25Variant=okapi|--bm25Variant is okapi",
                "--bm25B=2|b is 2.0",
                "--runScores=x|--runScores is \"x\"",
                "--collectionShares=2|shares has 2.0",
                "--collectionShares=all|--collectionShares is \"all\"",
                "--depth=0|depth is 0",
                "--documentChunk=0|documentChunk 0",
                "--maxFailures=-1|--maxFailures",
                "--input=|--input=corpus.jsonl",
                "--input=/nowhere/*.jsonl|no file matches",
                "--queries=/nowhere/q.jsonl|--queries is /nowhere/q.jsonl",
                "--validation=/nowhere/q.jsonl|--validation is /nowhere/q.jsonl",
                "--qrels=/nowhere/q|--qrels is /nowhere/q",
                "--runs=/nowhere/r|--runs is /nowhere/r",
                "--model=/nowhere/at-all|/nowhere/at-all: there is no model.safetensors",
                "--embeddings=/nowhere/at-all|/nowhere/at-all",
                "--output=|output is empty",
            })
    void wrongSettingIsExitCodeTwoWithOneLine(String flagAndMessage) throws IOException {
        int bar = flagAndMessage.indexOf('|');
        retrieval.with(flagAndMessage.substring(0, bar)).assertFails(2, flagAndMessage.substring(bar + 1));
    }

    @Test
    void wrongSettingsOfRerankingAreExitCodeTwo() throws IOException {
        reranking.with("--bm25Statistics=x").assertFails(2, "--bm25Statistics is \"x\"");
        reranking.with("--queries=" + folder.resolve("queries.jsonl")).assertFails(2, "retrieved_docs");
        retrieval.with("--precisions=int8", "--calibration=" + folder).assertFails(2, folder.toString());
    }

    @Test
    void oddQueryFilesAreExitCodeTwo() throws IOException {
        String query = "{\"qid\": \"q\", \"query\": \"red\", \"relevant_docs\": [\"a\"]}";
        Path twice = write("twice.jsonl", query, query);
        retrieval.with("--queries=" + twice).assertFails(2, twice.toString(), "\"q\"");
        Path empty = write("empty.jsonl");
        retrieval.with("--queries=" + empty).assertFails(2, "--queries is " + empty, "no query");
        retrieval.with("--validation=" + empty).assertFails(2, "--validation is " + empty, "no query");
        Path broken = write("broken.jsonl", query, "{\"qid\": ");
        retrieval.with("--queries=" + broken).assertFails(2, broken + ", line 2");
        Path qrels = write("other.qrels", "nobody 0 a 1");
        retrieval.with("--qrels=" + qrels).assertFails(2, "--qrels is " + qrels, "none of the 1 queries");
    }

    @Test
    void twoRunsOfOneNameAreExitCodeTwo() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Path run = write("a.trec", "q Q0 a 1 0.5 x");
        Path same = write("other/a.trec", "q Q0 b 1 0.5 x");
        retrieval.with("--runs=" + run + "," + same).assertFails(2, "two systems are called \"a.trec\"");
    }

    @Test
    void finishedOutputIsReplacedOnlyWhenAsked() throws IOException {
        retrieval.with("--model=bm25").report();
        Invocation second = retrieval.with("--model=bm25").run();
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains(folder.resolve("output").toString(), "--overwrite");
        retrieval.with("--model=bm25").report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
    void brokenRecordFailsTheJobAndLeavesNothing(String runner) throws IOException {
        Path broken = write("broken.jsonl", "{\"docid\": \"a\", \"text\": \"red\"}", "{\"docid\": ");
        retrieval
                .with("--input=" + broken, "--runner=" + runner)
                .assertFails(1, broken + ", line 2", "BROKEN_JSON", "--maxFailures");
    }

    @Test
    void moreBrokenRecordsThanAllowedOverAllFilesFailTheJob() throws IOException {
        write("part-1.jsonl", "{\"docid\": \"a\", \"text\": \"red\"}", "{\"docid\": ");
        write("part-2.jsonl", "{\"docid\": \"b\", \"text\": \"green\"}", "{\"docid\": ");
        RankingRun both = retrieval.with("--input=" + folder.resolve("part-*.jsonl"), "--maxFailures=1");
        both.with("--model=" + folder.resolve("model")).assertFails(1, "2 records", "--maxFailures=");
        both.with("--model=bm25").assertFails(1, "2 records", "--maxFailures=");
        reranking
                .with(
                        "--input=" + folder.resolve("part-*.jsonl"),
                        "--maxFailures=1",
                        "--model=bm25",
                        "--bm25Statistics=candidates")
                .assertFails(1, "2 records", "--maxFailures=");
    }

    @Test
    void vectorsOfAnotherModelOrPrecisionAreExitCodeTwo() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("other"), true);
        Path vectors = folder.resolve("vectors");
        Invocation.of(
                "encode",
                "--input=" + folder.resolve("corpus.jsonl"),
                "--model=" + folder.resolve("model"),
                "--output=" + vectors,
                "--precision=float16",
                "--runner=DirectRunner",
                "--progress=none");
        RankingRun stored = retrieval.with("--embeddings=" + vectors, "--model=" + folder.resolve("model"));
        stored.with("--precisions=int8").assertFails(2, "--precisions asks for int8", "stored as float16");
        stored.with("--model=" + folder.resolve("other")).assertFails(2, "--embeddings is " + vectors, "fingerprint");
        stored.with("--dims=3").assertFails(2, "--dims is 3");
        stored.with("--maxTokens=1,2").assertFails(2, "--maxTokens=1,2");
    }
}
