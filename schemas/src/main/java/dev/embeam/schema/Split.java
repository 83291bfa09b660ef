package dev.embeam.schema;

import java.util.Locale;

/** What a part of a data set is for: fitting, choosing between variants, reporting. */
public enum Split {
    /** Classifiers are fitted on it. */
    TRAIN,
    /** Variants are chosen by it. */
    VALIDATION,
    /** Scores are reported on it. */
    TEST;

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
