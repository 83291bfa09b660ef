package dev.embeam.evaluation;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.EvaluationOutput;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Warning;
import dev.embeam.statistic.Bootstrap;
import dev.embeam.statistic.Holm;
import dev.embeam.statistic.RandomisationTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From the results of searches to a report: fusions, choice of variants on the validation part, measures on the test part,
 * intervals, tests and warnings. Every query counts in a mean; one without relevant documents counts 0, under both profiles.
 * The result depends on what was found and on the settings alone; equal seeds give equal reports.
 */
public final class RankingEvaluation {
    private final RankingSettings settings;

    /** An evaluation with these settings. */
    public RankingEvaluation(RankingSettings settings) {
        this.settings = settings;
    }

    /**
     * Scores systems.
     *
     * @param sets the parts of the data set; one must be the test part. The queries of all of them, one part after the
     *     other, are what the results' indexes mean
     * @param searched the variants of all systems, in the order in which they are tried and reported; at least one
     * @param found warnings from before, which the report repeats
     * @throws IllegalArgumentException when there is no system or no test part, or a result is for other queries
     * @throws dev.embeam.schema.CorruptDataException when a query set is empty
     */
    public EvaluationOutput evaluate(List<QuerySet> sets, List<SearchedSystem> searched, List<Warning> found) {
        check(sets, searched);
        RankingPart test = RankingPart.find(sets, Split.TEST)
                .orElseThrow(() -> new IllegalArgumentException("there is no query set for test; expected one"));
        Optional<RankingPart> validation = RankingPart.find(sets, Split.VALIDATION);
        List<RankedSystem> systems = new RankingSelection(settings, validation, test).choose(searched);
        List<Warning> warnings = new ArrayList<>(found);
        warnings.addAll(new RankingWarnings(settings, validation, test).of(systems));
        EvaluationReport report = new EvaluationReport(
                settings.task(),
                settings.dataset(),
                settings.qualified(settings.mainMeasure()),
                test.size(),
                reports(systems),
                comparisons(systems),
                warnings,
                described());
        return new EvaluationOutput(report, RankingFiles.of(settings, systems));
    }

    private static void check(List<QuerySet> sets, List<SearchedSystem> searched) {
        if (searched.isEmpty()) {
            throw new IllegalArgumentException("there is no system to evaluate; expected at least one");
        }
        int queries = sets.stream().mapToInt(QuerySet::size).sum();
        for (SearchedSystem system : searched) {
            int hits = system.result().hits().size();
            int judged = system.result().judged().size();
            if (hits != queries || judged != queries) {
                throw new IllegalArgumentException("result of " + system.name().label() + " is for " + hits
                        + " queries, its judged scores for " + judged + "; expected the " + queries
                        + " of the query sets");
            }
        }
    }

    private List<SystemReport> reports(List<RankedSystem> systems) {
        List<double[]> columns = new ArrayList<>();
        systems.forEach(system -> columns.addAll(Arrays.asList(system.scores().values())));
        List<Interval> intervals = new Bootstrap(settings.samples(), settings.seed()).means(columns);
        int measures = settings.measures().size();
        List<SystemReport> reports = new ArrayList<>();
        for (int s = 0; s < systems.size(); s++) {
            RankedSystem system = systems.get(s);
            reports.add(new SystemReport(
                    system.name(),
                    system.searched().variant(),
                    system.validation(),
                    values(system.scores(), intervals.subList(s * measures, (s + 1) * measures)),
                    system.costs()));
        }
        return reports;
    }

    private List<MeasureValue> values(RankingScores scores, List<Interval> intervals) {
        List<MeasureValue> values = new ArrayList<>();
        for (int m = 0; m < intervals.size(); m++) {
            values.add(new MeasureValue(
                    settings.qualified(settings.measures().get(m)),
                    scores.mean(m),
                    intervals.get(m),
                    scores.tiesMatter(m) ? Optional.of(scores.tieRange(m)) : Optional.empty(),
                    Optional.empty()));
        }
        return values;
    }

    private List<Comparison> comparisons(List<RankedSystem> systems) {
        double[][] all = new RandomisationTest(settings.samples(), settings.seed())
                .means(systems.stream()
                        .map(system -> system.scores().values()[0])
                        .toList());
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < systems.size(); a++) {
            for (int b = a + 1; b < systems.size(); b++) {
                pairs.add(new int[] {a, b});
            }
        }
        double[] p = pairs.stream().mapToDouble(pair -> all[pair[0]][pair[1]]).toArray();
        double[] adjusted = Holm.adjust(p);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            RankedSystem a = systems.get(pairs.get(i)[0]);
            RankedSystem b = systems.get(pairs.get(i)[1]);
            comparisons.add(new Comparison(
                    a.name(),
                    b.name(),
                    settings.qualified(settings.mainMeasure()),
                    a.scores().mean(0) - b.scores().mean(0),
                    p[i],
                    adjusted[i]));
        }
        return comparisons;
    }

    private Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>(settings.described());
        described.putIfAbsent("profile", settings.profile().label());
        described.putIfAbsent(
                "quirks",
                settings.quirks().stream()
                        .map(quirk -> quirk.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .collect(Collectors.joining(",")));
        described.putIfAbsent("bootstrapSamples", String.valueOf(settings.samples()));
        described.putIfAbsent("seed", String.valueOf(settings.seed()));
        described.putIfAbsent("order", "score, highest first; equal scores by the bytes of the id, highest first");
        return described;
    }
}
