package dev.embeam.planning;

import dev.embeam.schema.Precision;
import java.util.Map;

/**
 * What a sample told.
 *
 * @param collection what the whole collection is expected to hold
 * @param sizes what files of vectors take, in every precision
 * @param first times of the first half of the sample, while the JVM still compiles
 * @param steady times of the second half
 * @param startOnlyShare share of the collection of which only the starts of files could be read
 * @param whole whether all of the collection was read, so that its numbers are counts
 */
public record SampleMeasurement(
        CollectionEstimate collection,
        Map<Precision, FileSize> sizes,
        StepTimes first,
        StepTimes steady,
        double startOnlyShare,
        boolean whole) {
    /** Takes a copy. */
    public SampleMeasurement {
        sizes = Map.copyOf(sizes);
    }

    /** The size of files in one precision. */
    public FileSize size(Precision precision) {
        FileSize size = sizes.get(precision);
        if (size == null) {
            throw new IllegalArgumentException("nothing was measured of " + precision.label());
        }
        return size;
    }
}
