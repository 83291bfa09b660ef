package dev.embeam.pipeline.inspect;

import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.ModelCard;
import dev.embeam.model.StaticModel;
import dev.embeam.pipeline.option.Choice;
import java.util.Locale;

/** What a model holds, as text for a person. */
final class ModelReport {
    private ModelReport() {}

    static String of(StaticModel model) {
        ModelCard card = model.card();
        return new Report()
                .heading("model")
                .fact("folder", card.location())
                .fact("kind", Choice.label(card.kind()))
                .fact("rules", Choice.label(card.semantics()))
                .count("columns of a vector", card.dim())
                .count("rows of the table", card.rows())
                .fact("numbers of the table", Choice.label(card.precision()))
                .fact("table in memory", String.format(Locale.ROOT, "%,.1f MiB", card.bytes() / 1048576.0))
                .fact("vectors have length one", card.normalized() ? "yes" : "no")
                .fact("most tokens of a text", card.maxTokens() == 0 ? "no limit" : Integer.toString(card.maxTokens()))
                .fact("prompts", card.prompts().isEmpty() ? "none" : String.join(", ", card.prompts()))
                .fact("put before every text", card.prompt().isEmpty() ? "nothing" : card.prompt())
                .fact("tokenizer", model.tokenizer().describe())
                .fact("fingerprint", card.fingerprint())
                .fact("kernels here", VectorKernels.provider())
                .toString();
    }
}
