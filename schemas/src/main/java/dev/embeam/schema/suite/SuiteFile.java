package dev.embeam.schema.suite;

import dev.embeam.schema.Task;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a file of a data set holds. */
public enum SuiteFile {
    /** The documents that are searched. */
    CORPUS,
    /** Rows to fit on. */
    TRAIN,
    /** Rows or queries to choose variants by. */
    VALIDATION,
    /** Rows or queries to report on. */
    TEST;

    /** The key in a suite's file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The files without which a task cannot be evaluated. */
    static Set<SuiteFile> required(Task task) {
        return switch (task) {
            case RETRIEVAL, RERANKING -> EnumSet.of(CORPUS, TEST);
            case CLASSIFICATION -> EnumSet.of(TRAIN, TEST);
            case CLUSTERING, STS, PAIR_CLASSIFICATION -> EnumSet.of(TEST);
        };
    }

    /** The files that a task can use. */
    public static Set<SuiteFile> known(Task task) {
        return switch (task) {
            case RETRIEVAL, RERANKING -> EnumSet.of(CORPUS, VALIDATION, TEST);
            case CLASSIFICATION -> EnumSet.of(TRAIN, VALIDATION, TEST);
            case CLUSTERING, STS, PAIR_CLASSIFICATION -> EnumSet.of(VALIDATION, TEST);
        };
    }
}
