package dev.embeam.evaluation;

import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.metric.RankingMeasure;
import dev.embeam.metric.RankingMeasures;
import dev.embeam.schema.Task;
import dev.embeam.statistic.Bootstrap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rankings are scored.
 *
 * @param task {@link Task#RETRIEVAL} or {@link Task#RERANKING}
 * @param dataset name of the data set
 * @param profile whose definitions the measures follow
 * @param quirks the switches that are on; those that are not about rankings say nothing here
 * @param mainMeasure name, without profile, of the measure that stands for the data set and chooses between variants
 * @param measures names, without profile, of all measures; the main one comes first, named or not
 * @param fusions rankings to make from those of two systems
 * @param samples resamples behind an interval and exchanges behind a test
 * @param seed of both
 * @param described settings that the report repeats: flags, versions
 */
public record RankingSettings(
        Task task,
        String dataset,
        Profile profile,
        Set<Quirk> quirks,
        String mainMeasure,
        List<String> measures,
        List<Fusion> fusions,
        int samples,
        long seed,
        Map<String, String> described)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the task and the names of the measures, and copies the collections. */
    public RankingSettings {
        if (task != Task.RETRIEVAL && task != Task.RERANKING) {
            throw new IllegalArgumentException("task is " + task.label() + "; expected Retrieval or Reranking");
        }
        quirks = Set.copyOf(quirks);
        List<String> names = new ArrayList<>(measures);
        names.remove(mainMeasure);
        names.add(0, mainMeasure);
        measures = names.stream().distinct().toList();
        for (String name : measures) {
            RankingMeasures.of(name, task, profile, quirks);
        }
        fusions = List.copyOf(fusions);
        described = Collections.unmodifiableMap(new LinkedHashMap<>(described));
    }

    /** The measures of the profile at 10 ranks, main measure nDCG at 10, no fusion, seed 0. */
    public static RankingSettings of(Task task, String dataset, Profile profile) {
        return new RankingSettings(
                task,
                dataset,
                profile,
                profile.quirks(),
                RankingMeasures.MAIN,
                RankingMeasures.defaults(task, profile, List.of(10)),
                List.of(),
                Bootstrap.DEFAULT_SAMPLES,
                0,
                Map.of());
    }

    /** The same with other quirks. */
    public RankingSettings withQuirks(Set<Quirk> others) {
        return new RankingSettings(
                task, dataset, profile, others, mainMeasure, measures, fusions, samples, seed, described);
    }

    /** The same with other measures. */
    public RankingSettings withMeasures(String main, List<String> others) {
        return new RankingSettings(task, dataset, profile, quirks, main, others, fusions, samples, seed, described);
    }

    /** The same with these fusions. */
    public RankingSettings withFusions(List<Fusion> others) {
        return new RankingSettings(
                task, dataset, profile, quirks, mainMeasure, measures, others, samples, seed, described);
    }

    /** The same with another number of samples and another seed. */
    public RankingSettings withSamples(int otherSamples, long otherSeed) {
        return new RankingSettings(
                task, dataset, profile, quirks, mainMeasure, measures, fusions, otherSamples, otherSeed, described);
    }

    /** The same with settings for the report to repeat. */
    public RankingSettings withDescribed(Map<String, String> others) {
        return new RankingSettings(
                task, dataset, profile, quirks, mainMeasure, measures, fusions, samples, seed, others);
    }

    /** How many hits a query's ranking must have for all measures with a cutoff. */
    public int depth() {
        return measureList().stream()
                .mapToInt(RankingMeasure::cutoff)
                .filter(cutoff -> cutoff != RankingMeasure.NO_CUTOFF)
                .max()
                .orElse(1);
    }

    List<RankingMeasure> measureList() {
        return measures.stream()
                .map(name -> RankingMeasures.of(name, task, profile, quirks))
                .toList();
    }

    /** A measure's name with the profile before it. */
    String qualified(String measure) {
        return profile.label() + ":" + measure;
    }

    /** At which rank JMTEB cuts the lists of a part with so many queries. */
    int cut(int queries) {
        return task == Task.RETRIEVAL && quirks.contains(Quirk.CUT_AT_QUERIES) ? queries : Integer.MAX_VALUE;
    }
}
