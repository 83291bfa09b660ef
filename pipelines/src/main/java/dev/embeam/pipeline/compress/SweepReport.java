package dev.embeam.pipeline.compress;

import dev.embeam.compress.Fidelity;
import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import dev.embeam.report.FrontReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a sweep found, for people. */
final class SweepReport {
    private static final double MEGABYTE = 1e6;

    private SweepReport() {}

    static FrontReport of(SweepOptions options, long before, List<MeasuredRecipe> measured) {
        List<MeasuredRecipe> front = MeasuredRecipe.front(measured);
        return new FrontReport(
                "Compact models of " + options.getModel().replaceFirst(".*/", ""),
                summary(options, before, measured, front),
                columns(measured),
                measured.stream().map(one -> row(one, before, front.contains(one))).toList());
    }

    private static List<String> summary(
            SweepOptions options, long before, List<MeasuredRecipe> measured, List<MeasuredRecipe> front) {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%d recipes on a model of %,.1f MB; %d are worth their size.",
                measured.size(), before / MEGABYTE, front.size()));
        if (options.getMaxBytes() > 0) {
            lines.add(pick(
                    text("The nearest of at most %,d bytes", options.getMaxBytes()),
                    MeasuredRecipe.nearest(measured, options.getMaxBytes())));
        }
        if (options.getMinCosine() > 0) {
            lines.add(pick(
                    text("The smallest with a mean cosine of %.4f or more", options.getMinCosine()),
                    MeasuredRecipe.smallest(measured, options.getMinCosine())));
        }
        return lines;
    }

    private static String pick(String question, Optional<MeasuredRecipe> picked) {
        return question + ": "
                + picked.map(one -> text(
                                "%s (%,d bytes, mean cosine %.4f), with %s",
                                one.recipe(),
                                one.fidelity().fileBytes(),
                                one.fidelity().all(),
                                flags(one.recipe())))
                        .orElse("none");
    }

    /** The flags of {@code compress-fasttext} that make it. */
    private static String flags(Recipe recipe) {
        return text(
                "--words=%d --ngrams=%d --rows=%s --ngramRows=%s --method=%s",
                recipe.words() == Recipe.ALL ? -1 : recipe.words(),
                recipe.ngrams() == Recipe.ALL ? -1 : recipe.ngrams(),
                recipe.wordForm(),
                recipe.ngramForm(),
                recipe.method().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> columns(List<MeasuredRecipe> measured) {
        List<String> columns = new ArrayList<>(List.of(
                "MB in memory", "times smaller", "known", "unknown", "all", "µs a known word", "µs an unknown word"));
        measured.stream()
                .limit(1)
                .flatMap(one -> one.fidelity().pairs().stream())
                .forEach(set -> columns.add(text("%s %s (%.4f)", set.set(), set.measure(), set.original())));
        return columns;
    }

    private static FrontReport.Row row(MeasuredRecipe one, long before, boolean front) {
        Fidelity fidelity = one.fidelity();
        List<Double> values = new ArrayList<>(List.of(
                fidelity.memoryBytes() / MEGABYTE,
                (double) before / fidelity.fileBytes(),
                fidelity.known(),
                fidelity.unknown(),
                fidelity.all(),
                fidelity.knownMicroseconds(),
                fidelity.unknownMicroseconds()));
        fidelity.pairs().forEach(set -> values.add(set.value()));
        Recipe recipe = one.recipe();
        String family = recipe.withNgrams(0).toString().replaceFirst(" 0 n-grams,", "");
        return new FrontReport.Row(recipe.toString(), family, fidelity.fileBytes(), fidelity.all(), front, values);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
