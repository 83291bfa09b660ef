package dev.embeam.evaluation;

import dev.embeam.metric.RankedGains;
import dev.embeam.metric.RankingMeasure;
import dev.embeam.metric.TieRange;
import dev.embeam.schema.Interval;
import dev.embeam.statistic.CompensatedSum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every measure of every query of one part, for one system.
 *
 * @param settings which measures there are
 * @param values by measure, in the order of the settings, then by query
 * @param lowest the same with equal scores in the worst order
 * @param highest the same with equal scores in the best order
 * @param firstRelevant by query the first rank, from 1, with a relevant document; 0 where there is none
 */
record RankingScores(
        RankingSettings settings, double[][] values, double[][] lowest, double[][] highest, int[] firstRelevant) {
    static RankingScores of(RankingSettings settings, Rankings rankings) {
        List<RankingMeasure> measures = settings.measureList();
        int queries = rankings.part().size();
        int cut = settings.cut(queries);
        RankingScores scores = new RankingScores(
                settings,
                new double[measures.size()][queries],
                new double[measures.size()][queries],
                new double[measures.size()][queries],
                new int[queries]);
        for (int query = 0; query < queries; query++) {
            scores.score(
                    query,
                    measures,
                    rankings.gains(query).cut(cut),
                    rankings.ties(query).cut(cut));
        }
        return scores;
    }

    private void score(int query, List<RankingMeasure> measures, RankedGains ranked, TieRange ties) {
        firstRelevant[query] = ranked.firstRelevant();
        for (int m = 0; m < measures.size(); m++) {
            values[m][query] = measures.get(m).value(ranked);
            Interval range = ties.of(measures.get(m));
            lowest[m][query] = range.low();
            highest[m][query] = range.high();
        }
    }

    /** The mean of a measure. */
    double mean(int measure) {
        return CompensatedSum.mean(values[measure]);
    }

    /** The mean of a measure with equal scores in the worst and in the best order. */
    Interval tieRange(int measure) {
        return new Interval(CompensatedSum.mean(lowest[measure]), CompensatedSum.mean(highest[measure]));
    }

    /** Whether the order of equal scores changes a measure of a query. */
    boolean tiesMatter(int measure, int query) {
        return lowest[measure][query] < highest[measure][query];
    }

    /** Whether the order of equal scores changes a measure of any query. */
    boolean tiesMatter(int measure) {
        for (int query = 0; query < firstRelevant.length; query++) {
            if (tiesMatter(measure, query)) {
                return true;
            }
        }
        return false;
    }

    /** All means by measure with its profile. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int m = 0; m < values.length; m++) {
            means.put(settings.qualified(settings.measures().get(m)), mean(m));
        }
        return means;
    }

    /** All measures of one query by measure with its profile. */
    Map<String, Double> ofQuery(int query) {
        Map<String, Double> ofQuery = new LinkedHashMap<>();
        for (int m = 0; m < values.length; m++) {
            ofQuery.put(settings.qualified(settings.measures().get(m)), values[m][query]);
        }
        return ofQuery;
    }
}
