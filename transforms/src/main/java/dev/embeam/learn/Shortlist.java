package dev.embeam.learn;

/** The nearest of the groups offered, nearest first; of equally near ones the one offered first. */
final class Shortlist {
    private final int[] groups;
    private final double[] distances;
    private int size;

    Shortlist(int capacity) {
        groups = new int[capacity];
        distances = new double[capacity];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int group(int place) {
        return groups[place];
    }

    double distance(int place) {
        return distances[place];
    }

    /** The distance below which a group gets onto the list. */
    double limit() {
        return size < groups.length ? Double.POSITIVE_INFINITY : distances[size - 1];
    }

    boolean holds(int group) {
        for (int place = 0; place < size; place++) {
            if (groups[place] == group) {
                return true;
            }
        }
        return false;
    }

    void offer(int group, double distance) {
        if (size == groups.length) {
            if (distance >= distances[size - 1]) {
                return;
            }
            size--;
        }
        int place = size++;
        while (place > 0 && distance < distances[place - 1]) {
            groups[place] = groups[place - 1];
            distances[place] = distances[place - 1];
            place--;
        }
        groups[place] = group;
        distances[place] = distance;
    }
}
