package dev.embeam.search;

import dev.embeam.kernel.QueryPanels;

/** Where queries lie in the panels of {@link QueryPanels}. */
final class Panels {
    private Panels() {}

    static int count(int queries) {
        return (queries + QueryPanels.WIDTH - 1) / QueryPanels.WIDTH;
    }

    static int of(int query) {
        return query / QueryPanels.WIDTH;
    }

    static int lane(int query) {
        return query % QueryPanels.WIDTH;
    }
}
