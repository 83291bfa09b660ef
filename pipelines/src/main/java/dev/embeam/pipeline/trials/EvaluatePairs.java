package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.json.TextPairsJson;
import dev.embeam.transform.evaluate.PairSource;
import dev.embeam.transform.evaluate.PartFiles;

/**
 * Scores how well the similarity of vectors tells pairs of sentences that mean the same, as JMTEB does.
 *
 * <p>Input: JSON lines. Output: {@code evaluation.json}, {@code scores.json}, {@code predictions.jsonl}, {@code manifest.json}.
 *
 * <pre>{@code
 * ./embeam evaluate-pairs --model=models/static-embedding-japanese --validation=valid.jsonl --test=test.jsonl --output=scores
 * }</pre>
 */
public final class EvaluatePairs extends TrialCommand<PairOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluatePairs(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-pairs";
    }

    @Override
    public String summary() {
        return "score whether pairs of sentences mean the same";
    }

    @Override
    public Class<PairOptions> options() {
        return PairOptions.class;
    }

    @Override
    TaskSource source(PairOptions options, PartFiles files) {
        return new PairSource(
                files, new TextPairsJson(options.getFirstField(), options.getSecondField(), options.getLabelField()));
    }
}
