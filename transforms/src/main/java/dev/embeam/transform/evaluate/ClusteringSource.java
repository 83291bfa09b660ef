package dev.embeam.transform.evaluate;

import dev.embeam.evaluation.ClusteringEvaluation;
import dev.embeam.evaluation.EvaluationRules;
import dev.embeam.evaluation.Parts;
import dev.embeam.evaluation.TaskEvaluation;
import dev.embeam.evaluation.TaskSource;
import dev.embeam.learn.Birch;
import dev.embeam.learn.BisectingKMeans;
import dev.embeam.learn.Clusterer;
import dev.embeam.learn.MiniBatchKMeans;
import dev.embeam.learn.WardClustering;
import dev.embeam.schema.LabelledTexts;
import dev.embeam.schema.Split;
import dev.embeam.schema.json.LabelledTextsJson;
import java.util.List;

/**
 * Clustering with JMTEB's four clusterers, in its order.
 *
 * @param files the parts; the train part, if any, takes the place of a missing validation part
 * @param fields names of the fields
 */
public record ClusteringSource(PartFiles files, LabelledTextsJson fields) implements TaskSource {
    private static final long serialVersionUID = 1L;

    @Override
    public TaskEvaluation load(EvaluationRules rules) {
        Parts<LabelledTexts> parts = Parts.unfitted(
                files.read(Split.TRAIN, fields::read),
                files.read(Split.VALIDATION, fields::read),
                files.read(Split.TEST, fields::read).orElseThrow());
        List<Clusterer> clusterers =
                List.of(new MiniBatchKMeans(), new WardClustering(), new BisectingKMeans(), new Birch());
        return new ClusteringEvaluation(parts, clusterers, rules);
    }
}
