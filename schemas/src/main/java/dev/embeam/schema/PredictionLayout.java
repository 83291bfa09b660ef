package dev.embeam.schema;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a file of predictions, in this order: {@code id} (string, never null), the kept fields (strings, may be
 * null), {@code labels} (list of strings), {@code probabilities} (list of floats, as many), and with a cascade {@code stage}
 * (1 or 2).
 *
 * @param keptFields names of the kept fields
 * @param labels names of the labels by their numbers
 * @param withStage whether there is a column for the stage that decided
 */
public record PredictionLayout(List<String> keptFields, List<String> labels, boolean withStage)
        implements Serializable {
    /** The column of document ids. */
    public static final String ID = "id";
    /** The column of labels, the most probable first. */
    public static final String LABELS = "labels";
    /** The column of their probabilities. */
    public static final String PROBABILITIES = "probabilities";
    /** The column of the stage that decided. */
    public static final String STAGE = "stage";

    private static final long serialVersionUID = 1L;

    /** Checks that every column has a name of its own. */
    public PredictionLayout {
        keptFields = List.copyOf(keptFields);
        labels = List.copyOf(labels);
        Set<String> names = new HashSet<>(Set.of(ID, LABELS, PROBABILITIES, STAGE));
        for (String field : keptFields) {
            if (field.isEmpty() || !names.add(field)) {
                throw new IllegalArgumentException("kept field \"" + field
                        + "\" needs a name that no other column has; id, labels, probabilities and stage are taken");
            }
        }
    }
}
