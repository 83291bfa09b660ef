package dev.embeam.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.Split;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySetJsonTest {
    private static List<Query> read(QueryLayout layout, QueryFields fields, String... lines) throws IOException {
        // single quotes for readability
        byte[] bytes = String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return QuerySetJson.read(new ByteArrayInputStream(bytes), "queries.jsonl", Split.TEST, layout, fields)
                .queries();
    }

    private static List<Query> read(QueryLayout layout, String... lines) throws IOException {
        return read(layout, QueryFields.of(layout), lines);
    }

    @Test
    void retrievalTakesListsAndSingleIdsAsStringsOrNumbers() throws IOException {
        assertThat(read(
                        QueryLayout.JMTEB_RETRIEVAL,
                        "{'qid':7,'query':'何','relevant_docs':['a',12345678901],'more':{}}",
                        "",
                        "{'query':'','relevant_docs':3}",
                        "{'query':'x','relevant_docs':[]}"))
                .containsExactly(
                        new Query("7", "何", List.of(new Qrel("a", 1), new Qrel("12345678901", 1)), List.of()),
                        new Query("q3", "", List.of(new Qrel("3", 1)), List.of()),
                        new Query("q4", "x", List.of(), List.of()));
    }

    @Test
    void rerankingPairsDocumentsWithGrades() throws IOException {
        assertThat(read(
                        QueryLayout.JMTEB_RERANKING,
                        "{'query':'x','retrieved_docs':['b',1,'b'],'relevance_scores':[3,0,2]}"))
                .containsExactly(new Query(
                        "q1",
                        "x",
                        List.of(new Qrel("b", 3), new Qrel("1", 0), new Qrel("b", 2)),
                        List.of("b", "1", "b")));
    }

    @Test
    void fieldsGoByOtherNames() throws IOException {
        QueryFields fields = QueryFields.of(QueryLayout.JMTEB_RERANKING)
                .withId("id")
                .withText("frage")
                .withDocuments("docs")
                .withGrades("grades");
        assertThat(read(QueryLayout.JMTEB_RERANKING, fields, "{'id':'i','frage':'x','docs':['b'],'grades':[1]}"))
                .containsExactly(new Query("i", "x", List.of(new Qrel("b", 1)), List.of("b")));
    }

    @Test
    void rowsOfJqaraBelongTogetherWhereverTheyStand() throws IOException {
        assertThat(read(
                        QueryLayout.JQARA,
                        "{'q_id':'A','question':'x','passage_row_id':1,'title':'t','text':'u','label':1}",
                        "{'q_id':'B','question':'y','passage_row_id':2,'label':0}",
                        "{'q_id':'A','question':'x','passage_row_id':3,'label':0}"))
                .containsExactly(
                        new Query("A", "x", List.of(new Qrel("1", 1), new Qrel("3", 0)), List.of("1", "3")),
                        new Query("B", "y", List.of(new Qrel("2", 0)), List.of("2")));
    }

    @Test
    void aRowOfJqaraWithAnotherQuestionIsAnError() {
        assertThatThrownBy(() -> read(
                        QueryLayout.JQARA,
                        "{'q_id':'A','question':'x','passage_row_id':1,'label':1}",
                        "{'q_id':'A','question':'y','passage_row_id':2,'label':1}"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("queries.jsonl, line 2: another text for query \"A\"");
    }

    @Test
    void queriesOfJacwirAreCalledByTheirPositive() throws IOException {
        assertThat(read(QueryLayout.JACWIR, "{'query':'x','positive':'p','negatives':['n','m']}"))
                .containsExactly(new Query(
                        "jacwir-p",
                        "x",
                        List.of(new Qrel("p", 1), new Qrel("n", 0), new Qrel("m", 0)),
                        List.of("p", "n", "m")));
    }

    @Test
    void textsAloneHaveNoJudgements() throws IOException {
        assertThat(read(QueryLayout.TEXT_ONLY, "{'id':'i','text':'x'}"))
                .containsExactly(new Query("i", "x", List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|that is no object",
                "{'query':|broken JSON",
                "{'retrieved_docs':['a'],'relevance_scores':[1]}|no field \"query\"; expected a string",
                "{'query':3,'retrieved_docs':['a'],'relevance_scores':[1]}|field \"query\" is 3; expected a string",
                "{'query':'x','relevance_scores':[1]}|no field \"retrieved_docs\"; expected ids",
                "{'query':'x','retrieved_docs':[1.5],'relevance_scores':[1]}|is 1.5; expected ids",
                "{'query':'x','retrieved_docs':['a'],'relevance_scores':[1.5]}|is 1.5; expected whole numbers",
                "{'query':'x','retrieved_docs':['a'],'relevance_scores':1}|is 1; expected a list of whole numbers",
                "{'query':'x','retrieved_docs':['a'],'relevance_scores':[1,2]}|1 entries of \"retrieved_docs\" and 2 of",
                "{'qid':{},'query':'x','retrieved_docs':['a'],'relevance_scores':[1]}|field \"qid\" is {}; expected ids"
            })
    void wrongLinesAreErrorsWithTheirNumber(String line, String message) {
        assertThatThrownBy(() -> read(
                        QueryLayout.JMTEB_RERANKING, "{'query':'x','retrieved_docs':[],'relevance_scores':[]}", line))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("queries.jsonl, line 2: ")
                .hasMessageContaining(message);
    }

    @Test
    void repeatedIdsAreErrors() {
        assertThatThrownBy(() -> read(QueryLayout.TEXT_ONLY, "{'id':1,'text':'x'}", "{'id':'1','text':'y'}"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("query id \"1\" twice");
    }
}
