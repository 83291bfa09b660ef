package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.json.TextPairsJson;
import dev.embeam.transform.evaluate.PartFiles;
import dev.embeam.transform.evaluate.StsSource;

/**
 * Scores how the similarity of vectors goes with the judged similarity of sentences, as JMTEB does.
 *
 * <p>Input: JSON lines. Output: {@code evaluation.json}, {@code scores.json}, {@code predictions.jsonl}, {@code manifest.json}.
 *
 * <pre>{@code
 * ./embeam evaluate-sts --model=models/static-embedding-japanese --train=train.jsonl --test=valid.jsonl --output=scores
 * }</pre>
 */
public final class EvaluateSts extends TrialCommand<PairOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluateSts(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-sts";
    }

    @Override
    public String summary() {
        return "score similarities of sentences against judgements";
    }

    @Override
    public Class<PairOptions> options() {
        return PairOptions.class;
    }

    @Override
    TaskSource source(PairOptions options, PartFiles files) {
        return new StsSource(
                files, new TextPairsJson(options.getFirstField(), options.getSecondField(), options.getLabelField()));
    }
}
