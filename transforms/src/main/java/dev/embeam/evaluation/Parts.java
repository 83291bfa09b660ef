package dev.embeam.evaluation;

import dev.embeam.schema.Split;
import dev.embeam.schema.Warning;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The parts of a data set by what they are used for, which is not always what they are called.
 *
 * @param <T> a part
 * @param train what is fitted on
 * @param validation what candidates are chosen by
 * @param test what scores are reported on
 * @param warnings what a reader should know of that use
 */
public record Parts<T>(Optional<T> train, Optional<T> validation, T test, List<Warning> warnings) {
    /** The parts of a task that fits on the train part: without a validation part, nothing is chosen. */
    public static <T> Parts<T> fitted(T train, Optional<T> validation, T test) {
        return new Parts<>(Optional.of(train), validation, test, validation.isPresent() ? List.of() : unchosen());
    }

    /** The parts of a task that fits nothing: without a validation part the train part takes its place, as for JSTS. */
    public static <T> Parts<T> unfitted(Optional<T> train, Optional<T> validation, T test) {
        List<Warning> warnings = validation.isPresent()
                ? List.of()
                : train.isPresent()
                        ? List.of(new Warning(
                                "train-plays-validation",
                                1,
                                "no validation part: candidates are chosen by the train part"))
                        : unchosen();
        return new Parts<>(Optional.empty(), validation.or(() -> train), test, warnings);
    }

    /** The parts there are, in the order of their use. */
    SortedMap<Split, T> bySplit() {
        SortedMap<Split, T> parts = new TreeMap<>();
        train.ifPresent(part -> parts.put(Split.TRAIN, part));
        validation.ifPresent(part -> parts.put(Split.VALIDATION, part));
        parts.put(Split.TEST, test);
        return parts;
    }

    /** The part of this use, which must be there. */
    T of(Split split) {
        return switch (split) {
            case TRAIN -> train.orElseThrow();
            case VALIDATION -> validation.orElseThrow();
            case TEST -> test;
        };
    }

    /** Something of each part. */
    <R> SortedMap<Split, R> map(Function<T, R> function) {
        SortedMap<Split, R> mapped = new TreeMap<>();
        bySplit().forEach((split, part) -> mapped.put(split, function.apply(part)));
        return mapped;
    }

    private static List<Warning> unchosen() {
        return List.of(new Warning(
                "no-validation-part", 1, "no validation part: the first candidate is taken without a choice"));
    }
}
