package dev.embeam.evaluation;

import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Precision;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts of numbers with spaces between them are their own vectors, times a factor. */
record FixedVectors(float factor) implements TextEncoding {
    private static final long serialVersionUID = 1L;

    @Override
    public List<TextVectors> encode(List<String> texts) {
        int dim = texts.get(0).split(" ", -1).length;
        float[] values = new float[texts.size() * dim];
        int at = 0;
        for (String text : texts) {
            for (String number : text.split(" ", -1)) {
                values[at++] = factor * Float.parseFloat(number);
            }
        }
        return List.of(new TextVectors(texts.size(), dim, values));
    }

    static EvaluationRules rules(Quirk... quirks) {
        return new EvaluationRules(Profile.JMTEB, Set.of(quirks), 0, 3, 100);
    }

    /** Two systems, of which the second has the vectors of the first turned round. */
    static Evaluation of(TaskEvaluation task, EvaluationRules rules, int dims) {
        EvaluationPlan plan = new EvaluationPlan(
                ignored -> task,
                "set",
                List.of(new FixedVectors(1), new FixedVectors(-1)),
                List.of(
                        new EvaluatedSystem(SystemName.of("a"), 0, 0, dims, Precision.FLOAT32),
                        new EvaluatedSystem(SystemName.of("b"), 1, 0, dims, Precision.FLOAT32)),
                rules,
                Map.of(),
                List.of());
        return plan.load();
    }

    static EvaluationReport report(Evaluation evaluation) {
        List<Outcome> outcomes = new ArrayList<>(
                evaluation.validationTrials().stream().map(evaluation::run).toList());
        for (int system = 0; system < 2; system++) {
            evaluation.testTrials(system, List.copyOf(outcomes)).stream()
                    .map(evaluation::run)
                    .forEach(outcomes::add);
        }
        return evaluation.report(outcomes).report();
    }

    static List<String> kinds(EvaluationReport report) {
        return report.warnings().stream().map(Warning::kind).toList();
    }
}
