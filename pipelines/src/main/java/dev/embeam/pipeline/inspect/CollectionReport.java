package dev.embeam.pipeline.inspect;

import dev.embeam.schema.CollectionSummary;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.Histogram;
import java.util.Locale;
import java.util.TreeMap;

/** What a collection holds, as text for a person. */
final class CollectionReport {
    private CollectionReport() {}

    static String of(CollectionSummary summary) {
        Report report = new Report()
                .heading("collection")
                .count("documents", summary.documents())
                .share("empty texts", summary.emptyTexts(), summary.documents())
                .count("characters", summary.characters());
        lengths(report, "characters a text", summary.textLengths());
        if (summary.tokenized()) {
            report.heading("tokens")
                    .count("tokens", summary.tokens())
                    .share("unknown tokens", summary.unknownTokens(), summary.tokens());
            lengths(report, "tokens a text", summary.tokenCounts());
        }
        long failed =
                summary.failures().values().stream().mapToLong(Long::longValue).sum();
        report.heading("records that are no documents").count("all", failed);
        new TreeMap<>(summary.failures()).forEach((reason, count) -> report.count(name(reason), count));
        return report.toString();
    }

    private static void lengths(Report report, String name, Histogram lengths) {
        report.fact(
                name,
                String.format(
                        Locale.ROOT,
                        "median %,d, 90 %% %,d, 99 %% %,d, longest %,d",
                        lengths.quantile(0.5),
                        lengths.quantile(0.9),
                        lengths.quantile(0.99),
                        lengths.quantile(1)));
        long longest = lengths.quantile(1);
        long largest = 0;
        for (long low = 0; low <= longest; low = next(low)) {
            largest = Math.max(largest, lengths.between(low, next(low)));
        }
        for (long low = 0; low <= longest && lengths.total() > 0; low = next(low)) {
            String range = next(low) == low + 1 ? "" + low : low + " to " + (next(low) - 1);
            report.bar(range, lengths.between(low, next(low)), largest);
        }
    }

    private static long next(long low) {
        return low == 0 ? 1 : 2 * low;
    }

    private static String name(FailureReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
