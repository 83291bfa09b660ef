package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.json.LabelledTextsJson;
import dev.embeam.transform.evaluate.ClusteringSource;
import dev.embeam.transform.evaluate.PartFiles;

/**
 * Scores how well clusters of vectors agree with the classes of their texts, as JMTEB does.
 *
 * <p>Input: JSON lines. Output: {@code evaluation.json}, {@code scores.json}, {@code predictions.jsonl}, {@code manifest.json}.
 *
 * <pre>{@code
 * ./embeam evaluate-clustering --model=models/static-embedding-japanese --validation=valid.jsonl --test=test.jsonl --output=scores
 * }</pre>
 */
public final class EvaluateClustering extends TrialCommand<ClusteringOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluateClustering(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-clustering";
    }

    @Override
    public String summary() {
        return "score clusters of texts against their classes";
    }

    @Override
    public Class<ClusteringOptions> options() {
        return ClusteringOptions.class;
    }

    @Override
    TaskSource source(ClusteringOptions options, PartFiles files) {
        return new ClusteringSource(files, new LabelledTextsJson(options.getTextField(), options.getLabelField()));
    }

    @Override
    int seeds(ClusteringOptions options) {
        return options.getSeeds();
    }
}
