package dev.embeam.pipeline.inspect;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.ModelCard;
import dev.embeam.model.TextEncoder;
import java.util.Locale;

/** What a model holds, as text for a person. */
final class ModelReport {
    private ModelReport() {}

    static String of(TextEncoder model) {
        ModelCard card = model.card();
        Report report = new Report()
                .heading("model")
                .fact("folder", card.location())
                .fact("kind", card.kind())
                .fact("rules", card.semantics())
                .count("columns of a vector", card.dim())
                .count("rows of the table", card.rows())
                .fact("numbers of the table", card.table())
                .fact("table in memory", String.format(Locale.ROOT, "%,.1f MiB", card.bytes() / 1048576.0))
                .fact("vectors have length one", card.normalized() ? "yes" : "no")
                .fact("most tokens of a text", card.maxTokens() == 0 ? "no limit" : Integer.toString(card.maxTokens()))
                .fact("prompts", card.prompts().isEmpty() ? "none" : String.join(", ", card.prompts()))
                .fact("put before every text", card.prompt().isEmpty() ? "nothing" : card.prompt());
        card.details().forEach(report::fact);
        return report.fact("fingerprint", card.fingerprint())
                .fact("kernels here", VectorKernels.provider())
                .toString();
    }
}
