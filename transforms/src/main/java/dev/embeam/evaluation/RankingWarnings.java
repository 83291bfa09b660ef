package dev.embeam.evaluation;

import dev.embeam.schema.Interval;
import dev.embeam.schema.SearchCounts;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a reader of a ranking's scores should know: oddities of the queries, of the collection, and of each system. */
final class RankingWarnings {
    private final RankingSettings settings;
    private final Optional<RankingPart> validation;
    private final RankingPart test;
    private final List<Warning> warnings = new ArrayList<>();

    RankingWarnings(RankingSettings settings, Optional<RankingPart> validation, RankingPart test) {
        this.settings = settings;
        this.validation = validation;
        this.test = test;
    }

    List<Warning> of(List<RankedSystem> systems) {
        queries();
        collection(systems);
        failedRecords(systems);
        selection(systems);
        cut();
        whiteSpace(systems);
        systems.forEach(this::system);
        return warnings;
    }

    private Stream<RankingPart> parts() {
        return Stream.concat(validation.stream(), Stream.of(test));
    }

    private void queries() {
        Tally without = new Tally();
        Tally repeated = new Tally();
        Tally empty = new Tally();
        parts().flatMap(part -> part.queries().stream()).forEach(query -> {
            without.add(query.hasRelevant() ? 0 : 1, query.id());
            repeated.add(query.repeated(), query.id());
            empty.add(query.candidates().isEmpty() ? 1 : 0, query.id());
        });
        without.warn(
                warnings,
                "queries-without-relevant-documents",
                "they score 0 and count in every mean"
                        + (settings.task() == Task.RERANKING ? " (JMTEB itself would give NaN)" : ""));
        repeated.warn(
                warnings,
                "repeated-judgements",
                "ids that one query names twice, as judged or as candidates; the first stands");
        if (settings.task() == Task.RERANKING) {
            empty.warn(warnings, "queries-without-candidates", "nothing is ranked for them; they score 0");
        }
    }

    /** Told by the system that saw most documents; a run file says nothing of its collection and has seen none. */
    private void collection(List<RankedSystem> systems) {
        systems.stream()
                .max(Comparator.comparingLong(RankingWarnings::documents))
                .filter(system -> documents(system) > 0)
                .ifPresent(this::unknown);
        systems.stream()
                .filter(system -> settings.task() == Task.RETRIEVAL)
                .filter(system -> documents(system) > 0 && documents(system) < settings.depth())
                .findFirst()
                .ifPresent(system -> warnings.add(new Warning(
                        "fewer-documents-than-k",
                        documents(system),
                        "the collection has fewer documents than the " + settings.depth()
                                + " ranks that measures look at; lists are shorter, ideal rankings are not")));
    }

    private void failedRecords(List<RankedSystem> systems) {
        long most = systems.stream()
                .mapToLong(system -> system.searched().result().counts().failedRecords())
                .max()
                .orElse(0);
        if (most > 0) {
            warnings.add(new Warning(
                    "failed-records",
                    most,
                    "records of the collection were no documents and were left out; inspect tells which"));
        }
    }

    private static long documents(RankedSystem system) {
        return system.searched().result().counts().documents();
    }

    private void unknown(RankedSystem system) {
        Tally unknown = new Tally();
        Set<String> told = new HashSet<>();
        parts().forEach(part -> {
            for (int query = 0; query < part.size(); query++) {
                JudgedQuery judged = part.queries().get(query);
                Set<String> missing = new HashSet<>(judged.grades().keySet());
                missing.addAll(judged.candidates());
                Rankings.hits(system.searched().result().judged(), part.from() + query, hit -> true)
                        .forEach(hit -> missing.remove(hit.id()));
                missing.stream().sorted().filter(told::add).forEach(unknown::add);
            }
        });
        unknown.warn(
                warnings,
                settings.task() == Task.RETRIEVAL ? "unknown-judged-documents" : "unknown-candidates",
                "they are not in the collection, cannot be found, and count as relevant where they are judged so");
    }

    private void selection(List<RankedSystem> systems) {
        Tally several = new Tally();
        systems.forEach(system -> several.add(
                validation.isEmpty() && system.variants() > 1 ? 1 : 0,
                system.label() + " (" + system.searched().variant() + ")"));
        several.warn(
                warnings,
                "no-validation",
                "without validation queries the first of several variants was taken, not the best one");
    }

    private void cut() {
        if (settings.cut(test.size()) < settings.depth()) {
            warnings.add(new Warning(
                    "cut-at-queries",
                    test.size(),
                    "rankings are cut at the number of queries, as JMTEB 1.3.3 does, which is below " + settings.depth()
                            + "; the quirk cut-at-queries switches this off"));
        }
    }

    private void whiteSpace(List<RankedSystem> systems) {
        Tally broken = new Tally();
        Set<String> told = new HashSet<>();
        systems.stream()
                .flatMap(system -> Stream.concat(test.ids().stream(), system.rankings().block().documents().stream()))
                .filter(id -> id.chars().anyMatch(Character::isWhitespace))
                .filter(told::add)
                .forEach(broken::add);
        broken.warn(
                warnings,
                "ids-with-white-space",
                "runs have an underscore in its place, as their columns end at white space");
    }

    private void system(RankedSystem system) {
        SearchCounts counts = system.searched().result().counts();
        count(
                counts.zeroVectors(),
                "zero-vectors",
                system,
                "documents have nothing to compare (no token or term that counts); they score 0");
        count(counts.notFinite(), "not-finite-vectors", system, "documents with NaN or infinite numbers were left out");
        count(counts.repeatedIds(), "repeated-ids", system, "documents had an id met before; the higher score stands");
        ties(system);
        tally(system, system.rankings()::constant)
                .warn(
                        warnings,
                        "constant-scores",
                        system.label() + ": queries all of whose ranked documents have one score");
    }

    private void count(long count, String kind, RankedSystem system, String detail) {
        if (count > 0) {
            warnings.add(new Warning(kind, count, system.label() + ": " + detail));
        }
    }

    private void ties(RankedSystem system) {
        Interval range = system.scores().tieRange(0);
        tally(system, query -> system.scores().tiesMatter(0, query))
                .warn(
                        warnings,
                        "ties-matter",
                        String.format(
                                Locale.ROOT,
                                "%s: queries whose %s depends on the order of equal scores; its mean is %.6f and could be"
                                        + " %.6f to %.6f",
                                system.label(),
                                settings.qualified(settings.mainMeasure()),
                                system.scores().mean(0),
                                range.low(),
                                range.high()));
    }

    private Tally tally(RankedSystem system, IntPredicate condition) {
        Tally tally = new Tally();
        List<String> ids = system.rankings().part().ids();
        for (int query = 0; query < ids.size(); query++) {
            tally.add(condition.test(query) ? 1 : 0, ids.get(query));
        }
        return tally;
    }
}
