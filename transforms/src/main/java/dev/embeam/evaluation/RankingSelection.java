package dev.embeam.evaluation;

import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses each system's variant by the main measure on the validation part, the first of equals, and ranks the test part with
 * it. Without a validation part the first variant is taken. Fusions are made from the chosen variants.
 */
final class RankingSelection {
    private final RankingSettings settings;
    private final Optional<RankingPart> validation;
    private final RankingPart test;

    RankingSelection(RankingSettings settings, Optional<RankingPart> validation, RankingPart test) {
        this.settings = settings;
        this.validation = validation;
        this.test = test;
    }

    /** The systems in the order of their first variants, then the fusions. */
    List<RankedSystem> choose(List<SearchedSystem> searched) {
        Map<SystemName, List<SearchedSystem>> variants = new LinkedHashMap<>();
        searched.forEach(system -> variants.computeIfAbsent(system.name(), unknown -> new ArrayList<>())
                .add(system));
        List<RankedSystem> systems = new ArrayList<>();
        variants.values().forEach(of -> systems.add(best(of)));
        List<RankedSystem> fused = new ArrayList<>();
        settings.fusions().forEach(fusion -> fused.addAll(fuse(fusion, systems)));
        systems.addAll(fused);
        return systems;
    }

    private RankedSystem best(List<SearchedSystem> variants) {
        SearchedSystem best = variants.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        Map<String, Map<String, Double>> means = new LinkedHashMap<>();
        for (SearchedSystem variant : validation.isPresent() ? variants : List.<SearchedSystem>of()) {
            RankingScores scores = RankingScores.of(settings, rankings(variant, validation.orElseThrow()));
            means.put(variant.variant(), scores.means());
            if (scores.mean(0) > highest) {
                highest = scores.mean(0);
                best = variant;
            }
        }
        Rankings rankings = rankings(best, test);
        return new RankedSystem(best, variants.size(), means, rankings, RankingScores.of(settings, rankings));
    }

    private Rankings rankings(SearchedSystem variant, RankingPart part) {
        return Rankings.of(settings.task(), variant.result(), part);
    }

    private List<RankedSystem> fuse(Fusion fusion, List<RankedSystem> systems) {
        List<RankedSystem> fused = new ArrayList<>();
        Task task = settings.task();
        fusion.check(systems.stream().map(RankedSystem::name).toList());
        for (RankedSystem a : named(fusion.first(), systems)) {
            for (RankedSystem b : named(fusion.second(), systems)) {
                fusion.name(a.name(), b.name())
                        .map(name -> new SearchedSystem(
                                name,
                                "",
                                new FusedRankings(fusion)
                                        .fuse(
                                                task,
                                                a.searched().result(),
                                                b.searched().result())))
                        .ifPresent(system -> fused.add(best(List.of(system))));
            }
        }
        return fused;
    }

    private static List<RankedSystem> named(String name, List<RankedSystem> systems) {
        return systems.stream()
                .filter(system -> Fusion.names(name, system.name()))
                .toList();
    }
}
