package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.Parts;
import dev.embeam.evaluation.StsEvaluation;
import dev.embeam.evaluation.TaskEvaluation;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.schema.Split;
import dev.embeam.schema.json.TextPairsJson;

/**
 * Similarity of sentences.
 *
 * @param files the parts; the train part, if any, takes the place of a missing validation part
 * @param fields names of the fields
 */
public record StsSource(PartFiles files, TextPairsJson fields) implements TaskSource {
    private static final long serialVersionUID = 1L;

    @Override
    public TaskEvaluation load(EvaluationRules rules) {
        return new StsEvaluation(
                Parts.unfitted(
                        files.read(Split.TRAIN, fields::read),
                        files.read(Split.VALIDATION, fields::read),
                        files.read(Split.TEST, fields::read).orElseThrow()),
                rules);
    }
}
