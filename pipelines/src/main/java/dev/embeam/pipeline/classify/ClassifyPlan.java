package dev.embeam.pipeline.classify;

import dev.embeam.classify.DocumentClassifier;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.transform.classify.ClassifierSource;
import dev.embeam.transform.classify.FastTextStageSource;
import dev.embeam.transform.classify.PredictorSource;
import dev.embeam.transform.classify.ReportLabels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a run classifies by and what it reports, with all models read and the cascade's threshold chosen. */
final class ClassifyPlan implements AutoCloseable {
    private final ClassifyOptions options;
    private final ClassifierSource source;
    private final Optional<CascadePlan> cascade;
    /** Holds the models, so that the workers of this JVM find them read. */
    private final DocumentClassifier opened;

    private ClassifyPlan(ClassifyOptions options, ClassifierSource source, Optional<CascadePlan> cascade) {
        this.options = options;
        this.source = source;
        this.cascade = cascade;
        opened = source.open();
    }

    static ClassifyPlan of(ClassifyOptions options, String runId) throws Exception {
        PredictorSource first = new PredictorSource(options.getModel(), runId);
        // Wrong numbers are told before the validation is read.
        first.get().session(options.getTopK(), options.getThreshold());
        if (options.getSecond().isEmpty()) {
            return new ClassifyPlan(
                    options,
                    ClassifierSource.of(new FastTextStageSource(first, options.getTopK(), options.getThreshold())),
                    Optional.empty());
        }
        CascadePlan cascade = CascadePlan.of(options, first, runId);
        return new ClassifyPlan(options, cascade.source(!options.getLabels().isEmpty()), Optional.of(cascade));
    }

    ClassifierSource source() {
        return source;
    }

    /** Names of the labels by their numbers. */
    List<String> labels() {
        return opened.labels();
    }

    boolean isCascade() {
        return cascade.isPresent();
    }

    /** Whether there is anything to report beside the labels. */
    boolean reports() {
        return isCascade() || !options.getLabels().isEmpty();
    }

    /** The report over all documents. */
    ReportLabels report() {
        Map<String, String> settings = new TreeMap<>(Flag.values(ClassifyOptions.class, options));
        settings.remove("output");
        ReportLabels.Evaluated evaluated = new ReportLabels.Evaluated(
                labels(),
                options.getTopK(),
                !options.getLabels().isEmpty(),
                system(),
                dataset(),
                options.getBootstrapSamples(),
                options.getSeed(),
                settings);
        ReportLabels report = ReportLabels.of(evaluated);
        return cascade.map(plan -> report.withCascade(plan.validated(), plan.positive()))
                .orElse(report);
    }

    private String system() {
        String first = lastName(options.getModel());
        return options.getSecond().isEmpty() ? first : first + "+" + lastName(options.getSecond());
    }

    private String dataset() {
        Path parent = Path.of(options.getInput()).toAbsolutePath().normalize().getParent();
        return options.getDataset().isEmpty() && parent != null && parent.getFileName() != null
                ? parent.getFileName().toString()
                : options.getDataset();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        cascade.ifPresent(CascadePlan::close);
    }
}
