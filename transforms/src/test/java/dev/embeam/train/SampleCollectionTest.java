package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleCollectionTest {
    @Test
    void idsAreUnique() throws IOException {
        assertThat(column(SampleCollection.documents(), "docid")).doesNotHaveDuplicates();
        assertThat(column(SampleCollection.queries(), "qid")).doesNotHaveDuplicates();
    }

    @Test
    void textsAreAllDifferent() throws IOException {
        assertThat(column(SampleCollection.documents(), "text")).doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesHave128Passages() throws IOException {
        assertThat(SampleCollection.documents().stream()
                        .collect(Collectors.groupingBy(d -> d.get("lang").asText(), Collectors.counting())))
                .containsOnly(Map.entry("ja", 128L), Map.entry("en", 128L));
    }

    @Test
    void passagesKeepToTheirLengths() throws IOException {
        for (JsonNode document : SampleCollection.documents()) {
            boolean japanese = document.get("lang").asText().equals("ja");
            assertThat(document.get("text").asText().length())
                    .as(document.get("docid").asText())
                    .isBetween(japanese ? 60 : 150, japanese ? 250 : 400);
        }
    }

    @Test
    void queriesAreJudgedByPassagesOfTheirLanguage() throws IOException {
        List<String> ids = column(SampleCollection.documents(), "docid");
        for (JsonNode query : SampleCollection.queries()) {
            String language = query.get("qid").asText().substring(2, 4);
            List<String> relevant = list(query.get("relevant_docs").elements()).stream()
                    .map(JsonNode::asText)
                    .toList();
            assertThat(relevant).isNotEmpty().isSubsetOf(ids).allMatch(id -> id.startsWith(language));
            assertThat(list(query.get("grades").fieldNames())).containsExactlyElementsOf(relevant);
        }
    }

    private static List<String> column(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> row.get(field).asText()).toList();
    }

    private static <T> List<T> list(Iterator<T> values) {
        List<T> list = new ArrayList<>();
        values.forEachRemaining(list::add);
        return list;
    }
}
