package dev.embeam.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgedDocumentsTest {
    private static final JudgedDocuments JUDGED = JudgedDocuments.of(List.of(
            new QuerySet(
                    Split.VALIDATION, "v", List.of(new Query("1", "?", List.of(new Qrel("a", 1)), List.of("b", "a")))),
            new QuerySet(
                    Split.TEST,
                    "t",
                    List.of(
                            new Query("1", "?", List.of(new Qrel("b", 0), new Qrel("\uD83D\uDE00", 2)), List.of()),
                            new Query("2", "?", List.of(new Qrel("x\uD83D", 1), new Qrel("a", 0)), List.of())))));

    @Test
    void queriesOfAllSetsAreNumberedInARow() {
        assertThat(JUDGED.queries()).isEqualTo(3);
        assertThat(queriesOf("a")).containsExactly(0, 2);
        assertThat(queriesOf("b")).containsExactly(0, 1);
        assertThat(JUDGED.pairs()).isEqualTo(6);
        assertThat(JUDGED.id(JUDGED.document(JUDGED.firstPair(1)))).isEqualTo("b");
    }

    @Test
    void relevantToAnyQueryIsRelevant() {
        assertThat(JUDGED.isRelevant(JUDGED.find("a"))).isTrue();
        assertThat(JUDGED.isRelevant(JUDGED.find("b"))).isFalse();
    }

    @Test
    void rowsAreFoundByTheirText() {
        TextColumn column = TextColumn.of("no", "a", "\uD83D\uDE00", "x\uFFFD", "x\uD83D", "");
        assertThat(IntStream.range(0, 6).map(row -> JUDGED.find(column, row)))
                .containsExactly(-1, JUDGED.find("a"), JUDGED.find("\uD83D\uDE00"), 3, 3, -1);
    }

    @Test
    void everyIdOfManyIsFound() {
        List<Qrel> qrels = new ArrayList<>();
        IntStream.range(0, 5000)
                .forEach(i -> qrels.add(new Qrel("d" + Seeds.random(i).nextInt(1 << 20) + "-" + i, 1)));
        JudgedDocuments many = JudgedDocuments.of(
                List.of(new QuerySet(Split.TEST, "t", List.of(new Query("q", "?", qrels, List.of())))));
        TextColumn column = TextColumn.of(qrels.stream().map(Qrel::document).toList());
        assertThat(IntStream.range(0, column.size()).allMatch(row -> many.find(column, row) == row))
                .isTrue();
    }

    @Test
    void queriesWithoutJudgementsNameNothing() {
        JudgedDocuments none = JudgedDocuments.of(
                List.of(new QuerySet(Split.TEST, "t", List.of(new Query("q", "?", List.of(), List.of())))));
        assertThat(none.find(TextColumn.of("a"), 0)).isEqualTo(-1);
        assertThat(new JudgedScores(none).toBlock().size()).isEqualTo(1);
    }

    @Test
    void scoresComeOutAsRankings() {
        JudgedScores scores = new JudgedScores(JUDGED);
        offer(scores, "a", 1);
        offer(scores, "b", 1);
        offer(scores, "b", 0);
        RankingBlock block = scores.toBlock();
        assertThat(block.offsets()).containsExactly(0, 2, 3, 4);
        assertThat(block.documents()).containsExactly("b", "a", "b", "a");
        assertThat(scores.repeatedIds()).isEqualTo(2);
    }

    private static void offer(JudgedScores scores, String id, float score) {
        int document = JUDGED.find(id);
        for (int pair = JUDGED.firstPair(document); pair < JUDGED.firstPair(document + 1); pair++) {
            scores.offer(pair, score);
        }
    }

    private static int[] queriesOf(String id) {
        int document = JUDGED.find(id);
        return IntStream.range(JUDGED.firstPair(document), JUDGED.firstPair(document + 1))
                .map(JUDGED::query)
                .toArray();
    }
}
