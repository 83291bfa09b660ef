package dev.embeam.pipeline.trials;

import dev.embeam.evaluation.EvaluatedSystem;
import dev.embeam.evaluation.LexicalEncoding;
import dev.embeam.evaluation.TextEncoding;
import dev.embeam.lexical.Analysis;
import dev.embeam.lexical.LexicalVectors;
import dev.embeam.model.ModelCard;
import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Combinations;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Precision;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Warning;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The systems that the flags name, model by model: every limit of tokens, width and precision. Models are read here, so that
 * what is wrong with them is told before the job, and held until this is closed, so that the workers of this JVM find them.
 */
final class TrialSystems implements AutoCloseable {
    private final TrialOptions options;
    private final List<ModelLease> leases = new ArrayList<>();
    private final List<TextEncoding> encodings = new ArrayList<>();
    private final List<EvaluatedSystem> systems = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private TrialSystems(TrialOptions options) {
        this.options = options;
    }

    /**
     * Reads the models.
     *
     * @throws IllegalArgumentException if a model has fewer columns than every width asks for
     */
    static TrialSystems of(TrialOptions options) {
        TrialSystems systems = new TrialSystems(options);
        boolean ready = false;
        try {
            EvaluationSettings.folders(options).forEach(systems::addModel);
            if (EvaluationSettings.lexical(options)) {
                systems.addLexical();
            }
            ready = true;
            return systems;
        } finally {
            if (!ready) {
                systems.close();
            }
        }
    }

    List<TextEncoding> encodings() {
        return encodings;
    }

    List<EvaluatedSystem> systems() {
        return systems;
    }

    List<Warning> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        leases.forEach(ModelLease::close);
    }

    private void addModel(String folder) {
        List<Integer> limits = EvaluationSettings.maxTokens(options);
        // The limits are those of the encoding; the source has the model's own.
        ModelSource source = EvaluationSettings.source(options, folder, options.getPrefix());
        ModelLease lease = source.lease();
        leases.add(lease);
        warnings.addAll(EvaluationSettings.missingDims(
                options, EvaluationSettings.name(folder), lease.model().dim()));
        encodings.add(new ModelEncoding(source, limits));
        List<EvaluatedSystem> all = new ArrayList<>();
        for (int variant = 0; variant < limits.size(); variant++) {
            SystemName name = SystemName.of(EvaluationSettings.name(folder));
            boolean asked = limits.get(variant) != ModelSettings.AUTO_TOKENS;
            addWidths(
                    asked ? name.with(SystemName.MAX_TOKENS, limits.get(variant)) : name,
                    variant,
                    lease.model().card(),
                    all);
        }
        Combinations combinations = EvaluationSettings.combinations(options);
        SystemName first = all.get(0).name();
        all.stream().filter(system -> combinations.has(first, system.name())).forEach(systems::add);
    }

    private void addWidths(SystemName name, int variant, ModelCard card, List<EvaluatedSystem> all) {
        boolean asked = !options.getDims().equals("0");
        for (int dims : EvaluationSettings.dims(options, card.location(), card.dim())) {
            addPrecisions(asked ? name.with(SystemName.DIMS, dims) : name, variant, dims, all);
        }
    }

    private void addPrecisions(SystemName name, int variant, int dims, List<EvaluatedSystem> all) {
        List<Precision> precisions = EvaluationSettings.precisions(options);
        for (Precision precision : precisions) {
            boolean asked = precisions.size() > 1 || precision != Precision.FLOAT32;
            SystemName precise = asked ? name.with(SystemName.PRECISION, precision.label()) : name;
            all.add(new EvaluatedSystem(precise, encodings.size() - 1, variant, dims, precision));
        }
    }

    /** The lexical baseline has no widths, limits or precisions: it is one system. */
    private void addLexical() {
        Analysis analysis = Choice.of(Analysis.class, "analysis", options.getAnalysis());
        encodings.add(new LexicalEncoding(analysis, LexicalVectors.DEFAULT_COLUMNS));
        systems.add(new EvaluatedSystem(
                SystemName.of(EvaluationSettings.LEXICAL),
                encodings.size() - 1,
                0,
                LexicalVectors.DEFAULT_COLUMNS,
                Precision.FLOAT32));
    }
}
