package dev.embeam.schema.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.Warning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecFilesTest {
    private static final Query QUERY = new Query("q1", "", List.of(new Qrel("b", 1)), List.of("c"));

    private static TrecRun run(String... lines) throws IOException {
        return TrecRun.read(in(lines), "run.trec");
    }

    private static TrecQrels qrels(String... lines) throws IOException {
        return TrecQrels.read(in(lines), "qrels.txt");
    }

    private static ByteArrayInputStream in(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void scoresOrderARunAndNothingElse() throws IOException {
        SearchResult result = run("q1\tQ0 a 1 0.5 tag", "", "q1 Q0 b 7 1e1 tag", " q1 Q0 c 3 0.5 tag ")
                .result(List.of(QUERY), ScoreRule.FLOAT);
        assertThat(result.hits())
                .isEqualTo(new RankingBlock(
                        new int[] {0, 3}, List.of("b", "c", "a"), new float[] {10, 0.5f, 0.5f}, new int[1]));
        assertThat(result.judged().documents()).containsExactly("b", "c");
    }

    @Test
    void doublesAreKeptApartAndTiesAreKept() throws IOException {
        TrecRun run = run("q1 Q0 a 1 0.500000002 t", "q1 Q0 b 1 0.500000001 t", "q1 Q0 c 1 0.5 t", "q1 Q0 d 1 0.5 t");
        RankingBlock doubles = run.result(List.of(QUERY), ScoreRule.DOUBLE).hits();
        assertThat(doubles.documents()).containsExactly("a", "b", "d", "c");
        assertThat(doubles.scores()[0]).isGreaterThan(doubles.scores()[1]);
        assertThat(doubles.scores()[2]).isEqualTo(doubles.scores()[3]).isEqualTo(0.5f);
        assertThat(run.result(List.of(QUERY), ScoreRule.FLOAT).hits().documents())
                .containsExactly("d", "c", "b", "a");
    }

    @Test
    void queriesOnOneSideOnlyAreCounted() throws IOException {
        TrecRun run = run("other Q0 a 1 0.5 t");
        assertThat(run.warnings(List.of(QUERY)))
                .extracting(Warning::kind, Warning::count, Warning::detail)
                .containsExactly(
                        tuple(
                                "unknown-queries",
                                1L,
                                "run.trec: queries of the run are not in the query set; left out: other"),
                        tuple("queries-without-hits", 1L, "run.trec: queries are not in the run; they count as 0: q1"));
        assertThat(run.result(List.of(QUERY), ScoreRule.DOUBLE).hits().hits(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q1 Q0 a 1 0.5|line 2: 5 columns; expected 6 columns",
                "q1 Q0 a 1 x t|line 2: score \"x\"; expected a number",
                "q1 Q0 a 1 NaN t|line 2: score \"NaN\"; expected a number",
                "q1 Q0 z 9 0.1 t|line 2: document \"z\" a second time for query \"q1\""
            })
    void wrongLinesOfRunsAreErrors(String line, String message) {
        assertThatThrownBy(() -> run("q1 Q0 z 1 0.5 t", line))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("run.trec, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q1 0 a|line 2: 3 columns; expected 4 columns",
                "q1 0 a 0.5|line 2: grade \"0.5\"; expected a whole number",
                "q1 0 z 2|line 2: document \"z\" judged a second time"
            })
    void wrongLinesOfJudgementsAreErrors(String line, String message) {
        assertThatThrownBy(() -> qrels("q1 0 z 1", line))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("qrels.txt, " + message);
    }

    @Test
    void judgementsTakeThePlaceOfThoseOfTheQueries() throws IOException {
        Query unjudged = new Query("q2", "", List.of(), List.of());
        QuerySet set = new QuerySet(Split.TEST, "queries.jsonl", List.of(QUERY, unjudged));
        TrecQrels qrels = qrels("q1 0 x 2", "q1 0 y -1", "q9 0 x 1");
        assertThat(qrels.judge(set).queries())
                .containsExactly(new Query("q1", "", List.of(new Qrel("x", 2), new Qrel("y", -1)), List.of("c")));
        assertThat(qrels.warnings(set))
                .extracting(Warning::kind)
                .containsExactly("unknown-queries", "queries-without-judgements");
        assertThat(TrecQrels.lines(qrels.judge(set).queries())).containsExactly("q1 0 x 2", "q1 0 y -1");
    }

    @Test
    void writtenScoresReadBackAsTheSameFloats() throws IOException {
        RankingBlock block = new RankingBlock(
                new int[] {0, 0, 3},
                List.of("a b", "c", "d"),
                new float[] {Float.MAX_VALUE, 0.1f, Float.MIN_VALUE},
                new int[2]);
        List<String> lines = TrecRun.lines(List.of("q1"), block, 1, "my tag");
        assertThat(lines.get(0)).startsWith("q1 Q0 a_b 1 ").endsWith(" my_tag");
        assertThat(run(lines.toArray(String[]::new))
                        .result(List.of(QUERY), ScoreRule.FLOAT)
                        .hits()
                        .scores())
                .containsExactly(block.scores());
    }

    @Test
    void linesOfARunLeaveOutQueriesWithoutHits() {
        RankingBlock block = new RankingBlock(
                new int[] {0, 1, 1, 3, 3, 4}, List.of("other", "a", "b", "c"), new float[] {9, 2, 1, 3}, new int[5]);
        assertThat(TrecRun.lines(List.of("q1", "q2", "q3", "q4"), block, 1, "tag"))
                .containsExactly("q2 Q0 a 1 2.0 tag", "q2 Q0 b 2 1.0 tag", "q4 Q0 c 1 3.0 tag");
        assertThat(TrecRun.lines(List.of("q1"), block, 1, "tag")).isEmpty();
    }
}
