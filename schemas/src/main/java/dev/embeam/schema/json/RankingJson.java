package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.ScoredDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Lines of the files beside a ranking's report. */
public final class RankingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RankingJson() {}

    /** Writes the fields of one line. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * A line of {@code per-query.jsonl}: {@code query}, {@code system}, {@code variant}, {@code first_relevant_rank} (null
     * where none was found), then every measure.
     *
     * @param firstRelevant rank from 1, or 0
     * @param measures by name with profile
     */
    public static String perQuery(
            String query, String system, String variant, int firstRelevant, Map<String, Double> measures) {
        return line(json -> {
            json.writeStringField("query", query);
            json.writeStringField("system", system);
            json.writeStringField("variant", variant);
            if (firstRelevant == 0) {
                json.writeNullField("first_relevant_rank");
            } else {
                json.writeNumberField("first_relevant_rank", firstRelevant);
            }
            for (Map.Entry<String, Double> measure : measures.entrySet()) {
                json.writeNumberField(measure.getKey(), measure.getValue());
            }
        });
    }

    /**
     * A line of {@code predictions.jsonl} in JMTEB's shape, with ids where JMTEB has ids and texts, and with scores.
     *
     * @param predictedField JMTEB's name of the list of predictions
     * @param predicted best first
     */
    public static String prediction(String system, Query query, String predictedField, List<ScoredDocument> predicted) {
        return line(json -> {
            json.writeStringField("system", system);
            json.writeStringField("query_id", query.id());
            json.writeStringField("query", query.text());
            json.writeArrayFieldStart("relevant_docs");
            for (Qrel qrel : query.qrels()) {
                if (qrel.relevant()) {
                    json.writeStartObject();
                    json.writeStringField("id", qrel.document());
                    json.writeNumberField("grade", qrel.grade());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart(predictedField);
            for (ScoredDocument hit : predicted) {
                json.writeStartObject();
                json.writeStringField("id", hit.id());
                json.writeNumberField("score", hit.score());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String line(Fields fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
