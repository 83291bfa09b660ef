package dev.embeam.snapshot.content;

import java.util.Arrays;

/**
 * How one snapshot differs from another.
 *
 * @param unchanged documents that are the same in both
 * @param added documents that only the second holds
 * @param changed documents of both that hold something else in the second: another vector, or another kept field
 * @param deleted documents that only the first holds
 * @param comparable whether vectors have as many columns in both, so that there are distances
 * @param distances cosine distances, from 0 to 2, between the two vectors of changed documents: of all of them, or of an even
 *     sample, smallest first; belongs to the record
 */
public record SnapshotDifference(
        long unchanged, long added, long changed, long deleted, boolean comparable, double[] distances) {
    /** How many of the distances are above {@code low} and at most {@code high}. */
    public long between(double low, double high) {
        return Arrays.stream(distances)
                .filter(distance -> distance > low && distance <= high)
                .count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnapshotDifference that
                && unchanged == that.unchanged
                && added == that.added
                && changed == that.changed
                && deleted == that.deleted
                && comparable == that.comparable
                && Arrays.equals(distances, that.distances);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {unchanged, added, changed, deleted});
    }

    @Override
    public String toString() {
        return "SnapshotDifference[" + unchanged + " unchanged, " + added + " added, " + changed + " changed, "
                + deleted + " deleted, " + distances.length + " distances]";
    }
}
