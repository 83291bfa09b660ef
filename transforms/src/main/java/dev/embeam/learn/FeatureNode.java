package dev.embeam.learn;

import java.util.ArrayList;
import java.util.List;

/** A node of a {@link FeatureTree}: its entries in the order in which they came. */
final class FeatureNode {
    private final FeatureTree tree;
    private final List<Feature> entries = new ArrayList<>();

    FeatureNode(FeatureTree tree) {
        this.tree = tree;
    }

    /** Adds an entry. */
    void append(Feature entry) {
        entries.add(entry);
    }

    /** Puts a point below its nearest entry; tells whether the node now has too many entries. */
    boolean insert(Feature point) {
        if (entries.isEmpty()) {
            append(point);
            return false;
        }
        int nearest = nearest(point);
        FeatureNode child = entries.get(nearest).child();
        return child == null ? insertHere(nearest, point) : insertBelow(nearest, child, point);
    }

    private boolean insertHere(int nearest, Feature point) {
        if (tree.within(entries.get(nearest).squaredRadiusWith(point))) {
            entries.get(nearest).add(point);
            return false;
        }
        append(point);
        return tree.overfull(entries.size());
    }

    private boolean insertBelow(int nearest, FeatureNode child, Feature point) {
        if (!child.insert(point)) {
            entries.get(nearest).add(point);
            return false;
        }
        List<Feature> halves = child.split();
        entries.set(nearest, halves.get(0));
        append(halves.get(1));
        return tree.overfull(entries.size());
    }

    private int nearest(Feature point) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < entries.size(); i++) {
            double offset = entries.get(i).offsetFrom(point);
            if (offset < least) {
                least = offset;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Two nodes in place of this one: around its two entries farthest apart, an entry nearer to the first with that. */
    List<Feature> split() {
        int[] farthest = farthestPair();
        Feature one = entries.get(farthest[0]);
        Feature other = entries.get(farthest[1]);
        Feature first = tree.entryAboveNewNode();
        Feature second = tree.entryAboveNewNode();
        for (Feature entry : entries) {
            boolean nearerToFirst = one == entry || one.squaredDistance(entry) < other.squaredDistance(entry);
            hang(entry, nearerToFirst ? first : second);
        }
        return List.of(first, second);
    }

    private static void hang(Feature entry, Feature above) {
        FeatureNode node = above.child();
        if (node != null) {
            node.append(entry);
            above.add(entry);
        }
    }

    private int[] farthestPair() {
        int[] pair = {0, 0};
        double greatest = 0;
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                double distance = entries.get(i).squaredDistance(entries.get(j));
                if (distance > greatest) {
                    greatest = distance;
                    pair = new int[] {i, j};
                }
            }
        }
        return pair;
    }

    /** Appends the entries of all leaves from here down. */
    void collectLeaves(List<Feature> leaves) {
        for (Feature entry : entries) {
            FeatureNode child = entry.child();
            if (child == null) {
                leaves.add(entry);
            } else {
                child.collectLeaves(leaves);
            }
        }
    }
}
