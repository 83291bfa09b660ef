package dev.embeam.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.CorruptDataException;

/** {@code cascade.json}: the components of {@link CascadeReport} in their order. */
public final class CascadeReportJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private CascadeReportJson() {}

    /** The report as indented JSON. */
    public static String write(CascadeReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The report that {@link #write} wrote.
     *
     * @param source where the text comes from, for messages
     * @throws CorruptDataException when it is not one
     */
    public static CascadeReport read(String text, String source) {
        try {
            return JSON.readValue(text, CascadeReport.class);
        } catch (JsonProcessingException damaged) {
            throw new CorruptDataException(source, "", "no report of a cascade", "cascade.json as written", damaged);
        }
    }
}
