package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.Split;
import dev.embeam.schema.TextColumn;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.Shares;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanSearchTest {
    private static final int DOCUMENTS = 400;
    private static final QuerySet QUERIES = new QuerySet(
            Split.TEST,
            "queries",
            List.of(
                    new Query("q0", "w1 w2", List.of(new Qrel("d7", 1), new Qrel("d8", 0)), List.of()),
                    new Query("q1", "w3 w3 w30", List.of(new Qrel("d30", 2)), List.of())));
    private static final QueryTerms TERMS = QueryTerms.of(List.of(QUERIES), Analysis.STANDARD);
    private static final JudgedDocuments JUDGED = JudgedDocuments.of(List.of(QUERIES));

    @Test
    void everyShareIsSearchedAsACollectionOfItsOwn() {
        // Not in rising order: results come in the order of the plan.
        LexicalPlan plan = plan(List.of(0.3, 1.0, 0.1));
        DocumentBatch documents = documents();
        List<SearchResult> results = search(plan, new TermCounting(TERMS).count(documents));
        for (int share = 0; share < 3; share++) {
            TermBatch part = new TermCounting(TERMS)
                    .count(members(documents, plan.shares().get(share)));
            SearchResult alone = search(plan(List.of(1.0)), part).get(0);
            SearchResult found = results.get(share);
            assertThat(found.hits()).isEqualTo(alone.hits());
            assertThat(found.judged()).isEqualTo(alone.judged());
            assertThat(found.counts().documents()).isEqualTo(part.size());
            assertThat(found.judged().documents()).contains("d7", "d30");
        }
        assertThat(results.get(0).counts().documents()).isBetween(80L, 170L);
        assertThat(results.get(1).counts().documents()).isEqualTo(DOCUMENTS);
    }

    @Test
    void statisticsDoNotDependOnTheCut() {
        LexicalPlan plan = plan(List.of(1.0, 0.1));
        DocumentBatch documents = documents();
        PlanCounting whole = new PlanCounting(plan);
        whole.add(new TermCounting(TERMS).count(documents));
        PlanCounting sum = new PlanCounting(plan);
        for (int i = DOCUMENTS - 1; i >= 0; i--) {
            PlanCounting part = new PlanCounting(plan);
            part.add(new TermCounting(TERMS).count(rows(documents, new int[] {i})));
            sum.add(part.levels());
        }
        assertThat(sum.statistics()).isEqualTo(whole.statistics());
        assertThat(whole.statistics().get(0).documents()).isEqualTo(DOCUMENTS);
        assertThat(whole.statistics().get(1).documents()).isLessThan(DOCUMENTS / 5);
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> plan(List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares has 0.0; expected above 0 and at most 1");
        assertThatThrownBy(() -> plan(List.of(1.0, 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares are [1.0, 1.0]; expected at least one, each once");
        JudgedDocuments other = JudgedDocuments.of(List.of(TestQueries.of("a")));
        assertThatThrownBy(() -> LexicalPlan.of(TERMS, other, 10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are terms of 2 queries, but judgements of 1");
    }

    private static LexicalPlan plan(List<Double> shares) {
        return new LexicalPlan(TERMS, Bm25Settings.DEFAULT, JUDGED, shares, 10, 5);
    }

    private static List<SearchResult> search(LexicalPlan plan, TermBatch batch) {
        PlanCounting counting = new PlanCounting(plan);
        counting.add(batch);
        PlanSearch search = new PlanSearch(plan, counting.statistics());
        search.add(batch);
        assertThat(search.system(0)).isEqualTo(5);
        return search.results();
    }

    private static DocumentBatch documents() {
        return TestQueries.documents(
                0,
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> "w" + i % 5 + " w" + i % 7 + " w" + i + " x".repeat(i % 11))
                        .toList());
    }

    private static DocumentBatch members(DocumentBatch documents, double share) {
        TextColumn ids = documents.keys().ids();
        Shares only = new Shares(List.of(share));
        return rows(
                documents,
                IntStream.range(0, DOCUMENTS)
                        .filter(row -> List.of("d7", "d30").contains(ids.get(row)) || only.levelOf(ids, row) == 0)
                        .toArray());
    }

    private static DocumentBatch rows(DocumentBatch documents, int[] rows) {
        String[] ids = new String[rows.length];
        String[] texts = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ids[i] = documents.keys().ids().get(rows[i]);
            texts[i] = documents.texts().get(rows[i]);
        }
        return new DocumentBatch(DocumentKeys.ofIds(ids), TextColumn.of(texts));
    }
}
