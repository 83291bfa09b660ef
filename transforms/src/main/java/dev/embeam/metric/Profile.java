package dev.embeam.metric;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whose definitions the measures follow. The name in lower case stands before the name of every measure. */
public enum Profile {
    /** JMTEB 1.3.3, with what is peculiar to it. */
    JMTEB,
    /** trec_eval. */
    TREC;

    /** The quirks that are on unless told otherwise. */
    public Set<Quirk> quirks() {
        return this == JMTEB ? EnumSet.allOf(Quirk.class) : EnumSet.noneOf(Quirk.class);
    }

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
