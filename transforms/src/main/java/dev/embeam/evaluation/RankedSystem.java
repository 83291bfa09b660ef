package dev.embeam.evaluation;

import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.SystemName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A system with the variant that validation chose and how that one does on the test part.
 *
 * @param searched the chosen variant
 * @param variants how many there were to choose from
 * @param validation means by variant, then by measure with profile; empty where there is no validation part
 * @param rankings of the test part
 * @param scores of the test part
 */
record RankedSystem(
        SearchedSystem searched,
        int variants,
        Map<String, Map<String, Double>> validation,
        Rankings rankings,
        RankingScores scores) {
    private static final double NANOS = 1e9;

    SystemName name() {
        return searched.name();
    }

    String label() {
        return searched.name().label();
    }

    /** The costs that are known. */
    Map<String, Double> costs() {
        SearchCounts counts = searched.result().counts();
        Map<String, Double> costs = new LinkedHashMap<>();
        if (searched.bytesPerDocument() > 0) {
            costs.put("bytesPerDocument", (double) searched.bytesPerDocument());
        }
        if (counts.encodeNanos() > 0) {
            costs.put("encodeSeconds", counts.encodeNanos() / NANOS);
            costs.put("encodedTexts", (double) counts.documents());
        }
        if (counts.searchNanos() > 0) {
            costs.put("searchSeconds", counts.searchNanos() / NANOS);
        }
        return costs;
    }
}
