package dev.embeam.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the queries of a data set, with their judgements and candidates, from JSON lines. Empty lines are passed over. */
public final class QuerySetJson {
    /** Stands before the positive's id in the id of a query of JaCWIR, which has none of its own. */
    public static final String JACWIR_PREFIX = "jacwir-";

    private QuerySetJson() {}

    /**
     * Reads a query file.
     *
     * @param in the lines in UTF-8, decompressed; not closed
     * @param source path of the file, for messages
     * @throws CorruptDataException when a line is no JSON object, a field is missing or of another type, or an id repeats
     */
    public static QuerySet read(InputStream in, String source, Split split, QueryLayout layout, QueryFields fields)
            throws IOException {
        List<JsonRow> rows = rows(in, source);
        return new QuerySet(
                split,
                source,
                layout == QueryLayout.JQARA
                        ? grouped(rows, fields)
                        : rows.stream().map(row -> query(row, layout, fields)).toList());
    }

    private static List<JsonRow> rows(InputStream in, String source) throws IOException {
        JsonLines lines = new JsonLines(in, source);
        List<JsonRow> rows = new ArrayList<>();
        for (JsonNode object = lines.next(); object != null; object = lines.next()) {
            rows.add(new JsonRow(source, lines.line(), object));
        }
        return rows;
    }

    private static Query query(JsonRow row, QueryLayout layout, QueryFields fields) {
        return switch (layout) {
            case JMTEB_RETRIEVAL -> retrieval(row, fields);
            case JMTEB_RERANKING -> reranking(row, fields);
            case JACWIR -> jacwir(row, fields);
            case TEXT_ONLY -> new Query(id(row, fields), row.text(fields.text()), List.of(), List.of());
            case JQARA -> throw new IllegalStateException("rows of JQaRA are candidates, not queries");
        };
    }

    private static String id(JsonRow row, QueryFields fields) {
        return row.has(fields.id()) ? row.id(fields.id()) : "q" + row.line();
    }

    private static Query retrieval(JsonRow row, QueryFields fields) {
        List<Qrel> qrels = qrels(row.ids(fields.documents()), 1).toList();
        return new Query(id(row, fields), row.text(fields.text()), qrels, List.of());
    }

    private static Stream<Qrel> qrels(List<String> documents, int grade) {
        return documents.stream().map(document -> new Qrel(document, grade));
    }

    private static Query reranking(JsonRow row, QueryFields fields) {
        List<String> candidates = row.ids(fields.documents());
        List<Integer> grades = row.integers(fields.grades());
        if (grades.size() != candidates.size()) {
            throw new CorruptDataException(
                    row.source(),
                    row.where(),
                    candidates.size() + " entries of \"" + fields.documents() + "\" and " + grades.size() + " of \""
                            + fields.grades() + "\"",
                    "as many of one as of the other");
        }
        List<Qrel> qrels = IntStream.range(0, grades.size())
                .mapToObj(i -> new Qrel(candidates.get(i), grades.get(i)))
                .toList();
        return new Query(id(row, fields), row.text(fields.text()), qrels, candidates);
    }

    private static Query jacwir(JsonRow row, QueryFields fields) {
        List<String> positive = row.ids(fields.documents());
        List<String> negatives = row.ids(fields.grades());
        String id = row.has(fields.id())
                ? row.id(fields.id())
                : positive.stream().collect(Collectors.joining(",", JACWIR_PREFIX, ""));
        return new Query(
                id,
                row.text(fields.text()),
                Stream.concat(qrels(positive, 1), qrels(negatives, 0)).toList(),
                Stream.concat(positive.stream(), negatives.stream()).toList());
    }

    /** One query from all rows of its id, wherever in the file they stand, in the order of their first rows. */
    private static List<Query> grouped(List<JsonRow> rows, QueryFields fields) {
        Map<String, List<JsonRow>> byQuery = new LinkedHashMap<>();
        rows.forEach(row -> byQuery.computeIfAbsent(row.id(fields.id()), unknown -> new ArrayList<>())
                .add(row));
        return byQuery.entrySet().stream()
                .map(entry -> jqara(entry.getKey(), entry.getValue(), fields))
                .toList();
    }

    private static Query jqara(String id, List<JsonRow> rows, QueryFields fields) {
        String text = rows.get(0).text(fields.text());
        List<Qrel> qrels = new ArrayList<>(rows.size());
        for (JsonRow row : rows) {
            if (!row.text(fields.text()).equals(text)) {
                throw new CorruptDataException(
                        row.source(), row.where(), "another text for query \"" + id + "\"", "the one of its first row");
            }
            qrels.add(new Qrel(row.id(fields.documents()), row.integer(fields.grades())));
        }
        return new Query(id, text, qrels, qrels.stream().map(Qrel::document).toList());
    }
}
