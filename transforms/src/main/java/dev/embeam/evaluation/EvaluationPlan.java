package dev.embeam.evaluation;

import dev.embeam.schema.Warning;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What travels to workers in place of an {@link Evaluation}: two that are equal give equal reports.
 *
 * @param task reads the data set and knows the task's rules
 * @param dataset name of the data set
 * @param encodings how texts become vectors
 * @param systems what is scored, one at least
 * @param rules how
 * @param settings what the report records: flags, versions
 * @param warnings from before, which the report repeats
 */
public record EvaluationPlan(
        TaskSource task,
        String dataset,
        List<? extends TextEncoding> encodings,
        List<EvaluatedSystem> systems,
        EvaluationRules rules,
        Map<String, String> settings,
        List<Warning> warnings)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies lists and maps. */
    public EvaluationPlan {
        encodings = List.copyOf(encodings);
        systems = List.copyOf(systems);
        settings = new LinkedHashMap<>(settings);
        warnings = List.copyOf(warnings);
        if (systems.isEmpty()) {
            throw new IllegalArgumentException("there is no system to evaluate; expected at least one");
        }
    }

    /** Reads the data set. Vectors are made when they are asked for. */
    public Evaluation load() {
        return new Evaluation(this, task.load(rules));
    }
}
