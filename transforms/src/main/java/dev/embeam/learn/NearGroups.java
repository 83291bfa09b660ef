package dev.embeam.learn;

import java.util.Arrays;

/**
 * The nearest neighbour of a group without looking at all groups every time. Every group remembers the few nearest when it
 * was last looked at and a floor below which no other group's distance lies. As a merger of two groups that are each other's
 * nearest is no nearer to a third than they were (Ward's distance is reducible), the floor stays true for whatever becomes of
 * the others, and for the merger of two groups the lower of their floors holds.
 */
final class NearGroups {
    /** No group. */
    static final int NONE = -1;

    private static final int REMEMBERED = 12;
    /** Points that are compared with as many others while both lie in the cache. */
    private static final int TILE = 64;

    /** Room for rounding: a neighbour this much below the floor is surely the nearest. */
    private static final double SURELY_BELOW = 1 - 1e-9;

    private final GroupMeans means;
    private final int[] remembered;
    private final double[] floors;
    private final int[] mergedInto;
    private final Shortlist shortlist = new Shortlist(REMEMBERED + 1);

    NearGroups(GroupMeans means, int rows) {
        this.means = means;
        this.remembered = new int[rows * REMEMBERED];
        this.floors = new double[rows];
        this.mergedInto = new int[rows];
        Arrays.setAll(mergedInto, row -> row);
        Shortlist[] lists = shortlists(rows);
        for (int row = 0; row < rows; row++) {
            remember(row, lists[row], Double.POSITIVE_INFINITY);
        }
    }

    /** The nearest of every point, from one look at every pair. */
    private Shortlist[] shortlists(int rows) {
        Shortlist[] lists = new Shortlist[rows];
        Arrays.setAll(lists, row -> new Shortlist(REMEMBERED + 1));
        for (int tile = 0; tile < rows; tile += TILE) {
            for (int other = tile; other < rows; other += TILE) {
                compare(tile, Math.min(tile + TILE, rows), other, Math.min(other + TILE, rows), lists);
            }
        }
        return lists;
    }

    private void compare(int from, int to, int otherFrom, int otherTo, Shortlist[] lists) {
        for (int row = from; row < to; row++) {
            for (int other = Math.max(otherFrom, row + 1); other < otherTo; other++) {
                means.introduce(row, other, lists[row], lists[other]);
            }
        }
    }

    /** The nearest other group: {@code favourite} if no other is nearer, otherwise the lowest of equally near ones. */
    int nearest(int group, int favourite) {
        int nearest = nearestRemembered(group, favourite);
        if (nearest != NONE && means.squaredDistance(group, nearest) < floors[group] * SURELY_BELOW) {
            return nearest;
        }
        lookAtAll(group);
        return nearestRemembered(group, favourite);
    }

    private int nearestRemembered(int group, int favourite) {
        int nearest = favourite;
        double least = favourite == NONE ? Double.POSITIVE_INFINITY : means.squaredDistance(group, favourite);
        for (int i = group * REMEMBERED; i < (group + 1) * REMEMBERED; i++) {
            int other = now(remembered[i]);
            if (other == NONE || other == group || other == favourite) {
                continue;
            }
            double distance = means.squaredDistance(group, other);
            boolean lower = nearest != favourite && other < nearest;
            if (nearest == NONE || distance < least || (distance == least && lower)) {
                nearest = other;
                least = distance;
            }
        }
        return nearest;
    }

    /** The group that a group has become part of. */
    private int now(int group) {
        int now = group;
        while (now != NONE && mergedInto[now] != now) {
            mergedInto[now] = mergedInto[mergedInto[now]];
            now = mergedInto[now];
        }
        return now;
    }

    private void lookAtAll(int group) {
        shortlist.clear();
        means.shortlist(group, shortlist);
        remember(group, shortlist, Double.POSITIVE_INFINITY);
    }

    /** Takes over a shortlist; its last place, if taken, gives the floor unless that is lower already. */
    private void remember(int group, Shortlist nearest, double floor) {
        for (int place = 0; place < REMEMBERED; place++) {
            remembered[group * REMEMBERED + place] = place < nearest.size() ? nearest.group(place) : NONE;
        }
        floors[group] = nearest.size() > REMEMBERED ? Math.min(floor, nearest.distance(REMEMBERED)) : floor;
    }

    /** Merges a group into a higher one, which is its nearest as it is that one's. */
    void merge(int from, int into) {
        means.merge(from, into);
        mergedInto[from] = into;
        shortlist.clear();
        offerRemembered(from, into);
        offerRemembered(into, into);
        remember(into, shortlist, Math.min(floors[from], floors[into]));
    }

    private void offerRemembered(int group, int merged) {
        for (int i = group * REMEMBERED; i < (group + 1) * REMEMBERED; i++) {
            int other = now(remembered[i]);
            if (other != NONE && other != merged && !shortlist.holds(other)) {
                shortlist.offer(other, means.squaredDistance(merged, other));
            }
        }
    }
}
