package dev.embeam.report;

import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.List;
import java.util.Locale;

/** Sentences that all kinds of reports share; plain text, not escaped. */
final class Words {
    static final String MARKS_IN_TEXT =
            "Bold is best; = is level with the best: the difference to it is not significant"
                    + " (paired randomisation test, Holm-adjusted p of 0.05 or more).";
    static final String AVERAGES =
            "The micro average is the mean over data sets, as JMTEB's leaderboard has it; the macro"
                    + " average is the mean over tasks. Both stand only where a system has every data set.";

    private Words() {}

    static String evaluation(EvaluationReport report) {
        return String.format(
                Locale.ROOT,
                "%,d %s; the main measure is %s; ± and [ ] give 95 %% bootstrap intervals.",
                report.size(),
                unit(report.task(), report.size()),
                report.mainMeasure());
    }

    static String benchmark(Scoreboard scores) {
        BenchmarkReport report = scores.benchmark();
        return String.format(
                        Locale.ROOT,
                        "%s of %s, evaluated over %s of %s.",
                        count(scores.all().size(), "system"),
                        count(scores.models().size(), "model"),
                        count(report.evaluations().size(), "data set"),
                        count(report.tasks().size(), "task"))
                + highest(scores);
    }

    private static String highest(Scoreboard scores) {
        return scores.whole().stream()
                .filter(system -> scores.micro(system).isPresent())
                .min(Scoreboard.byScore(scores::micro))
                .map(system -> " The highest micro average, "
                        + Numbers.score(scores.own(system).value()) + ", is that of " + system.label() + ".")
                .orElse("");
    }

    static String warning(Warning warning) {
        return warning.kind().replace('-', ' ')
                + String.format(Locale.ROOT, " (%,d): ", warning.count())
                + warning.detail();
    }

    static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String unit(Task task, int size) {
        String noun = switch (task) {
            case RETRIEVAL, RERANKING -> "quer";
            case CLASSIFICATION, CLUSTERING -> "text";
            case STS, PAIR_CLASSIFICATION -> "pair";
        };
        List<String> endings = noun.equals("quer") ? List.of("y", "ies") : List.of("", "s");
        return noun + endings.get(size == 1 ? 0 : 1);
    }
}
