package dev.embeam.pipeline.benchmark;

import dev.embeam.schema.Task;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.schema.suite.SuiteSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a data set of a suite is said to the command of its task: the one place that knows names of commands and flags. */
final class EvaluationFlags {
    /** The lexical system, which is no folder and which only rankings know. */
    static final String BM25 = "bm25";

    private EvaluationFlags() {}

    /** The command that evaluates a task. */
    static String command(Task task) {
        return switch (task) {
            case RETRIEVAL -> "evaluate-retrieval";
            case RERANKING -> "evaluate-reranking";
            case CLASSIFICATION -> "evaluate-classification";
            case CLUSTERING -> "evaluate-clustering";
            case STS -> "evaluate-sts";
            case PAIR_CLASSIFICATION -> "evaluate-pairs";
        };
    }

    /** The flags that say what is evaluated; those of the run, such as the output, are not among them. */
    static List<String> of(SuiteDataset dataset, SuitePaths paths) {
        List<String> flags = new ArrayList<>();
        flags.add("--dataset=" + dataset.name());
        for (SuiteFile file : SuiteFile.values()) {
            List<String> files = paths.data(dataset.files(file));
            if (!files.isEmpty()) {
                flags.add("--" + flag(file, dataset.task()) + "=" + String.join(",", files));
            }
        }
        for (SuiteSetting setting : SuiteSetting.values()) {
            List<String> values = setting == SuiteSetting.MODELS
                    ? paths.models(models(dataset))
                    : dataset.settings().values(setting);
            if (setting.counts(dataset.task()) && !values.isEmpty()) {
                flags.add("--" + flag(setting) + "=" + String.join(",", values));
            }
        }
        dataset.settings().flags().forEach((name, value) -> flags.add("--" + name + "=" + value));
        return flags;
    }

    /** The models that can do the task of a data set. */
    static List<String> models(SuiteDataset dataset) {
        boolean ranking = ranks(dataset.task());
        return dataset.settings().values(SuiteSetting.MODELS).stream()
                .filter(model -> ranking || !model.equals(BM25))
                .collect(Collectors.toList());
    }

    private static String flag(SuiteFile file, Task task) {
        return switch (file) {
            case CORPUS -> "input";
            case TRAIN -> "train";
            case VALIDATION -> "validation";
            case TEST -> ranks(task) ? "queries" : "test";
        };
    }

    private static String flag(SuiteSetting setting) {
        return setting == SuiteSetting.MODELS ? "model" : setting.label();
    }

    private static boolean ranks(Task task) {
        return task == Task.RETRIEVAL || task == Task.RERANKING;
    }
}
