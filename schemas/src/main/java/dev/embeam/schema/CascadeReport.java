package dev.embeam.schema;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the first stage of a cascade saved and what it lost: {@code cascade.json}.
 *
 * @param first file of the first stage's model
 * @param second file of the second stage's model, or its classifier
 * @param positiveLabel the label by which the first stage lets pass
 * @param targetRecall share of the positive validation documents that had to pass
 * @param threshold least probability of the positive label that passes
 * @param parts the validation documents, and the run itself
 */
public record CascadeReport(
        String first, String second, String positiveLabel, double targetRecall, double threshold, List<Part> parts)
        implements Serializable {
    /** The file's name in an output. */
    public static final String FILE_NAME = "cascade.json";

    private static final long serialVersionUID = 1L;

    /** Copies the list. */
    public CascadeReport {
        parts = List.copyOf(parts);
    }

    /**
     * Documents that went through the cascade.
     *
     * @param name {@code validation} or {@code run}
     * @param documents how many there were
     * @param passed how many of them went on to the second stage
     * @param labelled how many of them have a gold label, and were judged
     * @param positives how many of those have the positive one
     * @param measures shares of the judged documents; those that are undefined are left out
     * @param seconds time by what it was spent on
     */
    public record Part(
            String name,
            long documents,
            long passed,
            long labelled,
            long positives,
            List<Measure> measures,
            Map<String, Double> seconds)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /** Copies the list. */
        public Part {
            measures = List.copyOf(measures);
            seconds = new TreeMap<>(seconds);
        }
    }

    /**
     * A share with its 95 % bootstrap interval over documents.
     *
     * @param name what it is a share of
     * @param value from 0 to 1; of the recall lost from -1
     * @param low lower end of the interval
     * @param high its upper end
     */
    public record Measure(String name, double value, double low, double high) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
