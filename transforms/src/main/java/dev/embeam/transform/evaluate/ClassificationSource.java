package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.ClassificationEvaluation;
import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.Parts;
import dev.embeam.evaluation.TaskEvaluation;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.learn.LogisticRegression;
import dev.embeam.learn.NearestNeighbors;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.Split;
import dev.embeam.schema.json.LabelledTextsJson;
import java.util.List;

/**
 * Classification with JMTEB's two classifiers, in its order.
 *
 * @param files the parts
 * @param fields names of the fields
 */
public record ClassificationSource(PartFiles files, LabelledTextsJson fields) implements TaskSource {
    private static final long serialVersionUID = 1L;

    /** Checks that there is something to learn from. */
    public ClassificationSource {
        if (files.train().isBlank()) {
            throw new IllegalArgumentException("--train is empty; expected a file to learn the classes from");
        }
    }

    @Override
    public TaskEvaluation load(EvaluationRules rules) {
        Parts<LabelledTexts> parts = Parts.fitted(
                files.read(Split.TRAIN, fields::read).orElseThrow(),
                files.read(Split.VALIDATION, fields::read),
                files.read(Split.TEST, fields::read).orElseThrow());
        return new ClassificationEvaluation(parts, List.of(new NearestNeighbors(), new LogisticRegression()), rules);
    }
}
