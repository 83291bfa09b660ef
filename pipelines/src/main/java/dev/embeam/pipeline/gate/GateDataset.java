package dev.embeam.pipeline.gate;

import dev.embeam.evaluation.RankingSettings;
import dev.embeam.metric.Profile;
import dev.embeam.metric.RankingMeasures;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.EvaluationOptions;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Task;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteSetting;
import dev.embeam.search.Similarity;
import dev.embeam.statistic.RandomisationTest;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A data set of a suite as a gate uses it: its queries, and how rankings are scored. What a suite says of models, widths,
 * precisions and fusions is of no account here, as the snapshots' vectors are what is compared.
 *
 * @param dataset of the suite
 * @param sets its queries, validation first
 */
record GateDataset(SuiteDataset dataset, List<QuerySet> sets) {
    private static final int CUTOFF = 10;

    /** Task and name, as messages show them. */
    String label() {
        return dataset.task().label() + " " + dataset.name();
    }

    /** Text before every query. */
    String queryPrefix() {
        return setting(SuiteSetting.QUERY_PREFIX, "");
    }

    boolean candidatesOnly() {
        return dataset.task() == Task.RERANKING;
    }

    /** The similarities between which the validation part chooses, as evaluations have them. */
    List<Similarity> similarities() {
        return profile() == Profile.JMTEB ? List.of(Similarity.values()) : List.of(Similarity.COSINE);
    }

    RankingSettings settings() {
        EvaluationOptions options = PipelineOptionsFactory.create().as(EvaluationOptions.class);
        options.setProfile(setting(SuiteSetting.PROFILE, "jmteb"));
        options.setQuirks(String.join(",", dataset.settings().values(SuiteSetting.QUIRKS)));
        return RankingSettings.of(dataset.task(), dataset.name(), profile())
                .withQuirks(EvaluationSettings.quirks(options))
                .withMeasures(
                        RankingMeasures.MAIN, RankingMeasures.defaults(dataset.task(), profile(), List.of(CUTOFF)))
                .withSamples(samples(), seed());
    }

    int samples() {
        return Integer.parseInt(
                setting(SuiteSetting.BOOTSTRAP_SAMPLES, String.valueOf(RandomisationTest.DEFAULT_SAMPLES)));
    }

    long seed() {
        return Long.parseLong(setting(SuiteSetting.SEED, "0"));
    }

    private Profile profile() {
        return Choice.of(Profile.class, "profile", setting(SuiteSetting.PROFILE, "jmteb"));
    }

    private String setting(SuiteSetting setting, String otherwise) {
        return dataset.settings().values(setting).stream().findFirst().orElse(otherwise);
    }
}
