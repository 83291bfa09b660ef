package dev.embeam.snapshot;

import java.time.Duration;
import java.time.Instant;

/**
 * What of a table may go. The current state, heads of branches, whatever a tag names and the last snapshots before the
 * current one always stay; branches that a run made and that never became current go with their snapshots.
 *
 * @param olderThan snapshots committed before this moment may go
 * @param keep so many snapshots stay whatever their age, the current one counted; at least 1
 * @param orphansBefore files that no snapshot knows go when they were last changed before this moment: later ones may belong
 *     to a run that has not committed yet
 */
public record ExpiryRule(Instant olderThan, int keep, Instant orphansBefore) {
    /** No run is taken to last longer unless it is said. */
    public static final Duration SHORTEST_ORPHAN_AGE = Duration.ofHours(1);

    /** Checks the count. */
    public ExpiryRule {
        if (keep < 1) {
            throw new IllegalArgumentException("--keep is " + keep + "; expected at least 1, the current snapshot");
        }
    }
}
