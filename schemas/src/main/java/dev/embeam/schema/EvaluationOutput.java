package dev.embeam.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an evaluation writes.
 *
 * @param report the scores
 * @param files lines of the files beside it, by name: {@code run.trec}, {@code per-query.jsonl}, {@code predictions.jsonl}
 */
public record EvaluationOutput(EvaluationReport report, Map<String, List<String>> files) {
    /** Copies the map. */
    public EvaluationOutput {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
