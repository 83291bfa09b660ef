package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.TaskSource;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.json.LabelledTextsJson;
import dev.embeam.transform.evaluate.ClassificationSource;
import dev.embeam.transform.evaluate.PartFiles;

/**
 * Scores classifiers that are fitted on vectors of texts, as JMTEB does.
 *
 * <p>Input: JSON lines. Output: {@code evaluation.json}, {@code scores.json}, {@code predictions.jsonl}, {@code manifest.json}.
 *
 * <pre>{@code
 * ./embeam evaluate-classification --model=models/static-embedding-japanese --train=train.jsonl --test=test.jsonl --output=scores
 * }</pre>
 */
public final class EvaluateClassification extends TrialCommand<ClassificationOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluateClassification(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-classification";
    }

    @Override
    public String summary() {
        return "score classifiers over vectors of texts";
    }

    @Override
    public Class<ClassificationOptions> options() {
        return ClassificationOptions.class;
    }

    @Override
    TaskSource source(ClassificationOptions options, PartFiles files) {
        return new ClassificationSource(files, new LabelledTextsJson(options.getTextField(), options.getLabelField()));
    }
}
