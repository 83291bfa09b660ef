package dev.embeam.compress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.schema.CorruptDataException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A recipe and what came of it.
 *
 * @param recipe what was kept and how
 * @param fidelity what it costs and how near it comes
 */
public record MeasuredRecipe(Recipe recipe, Fidelity fidelity) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of JSON. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a measured recipe could not be written", impossible);
        }
    }

    /** What {@link #toJson} has written. */
    public static MeasuredRecipe ofJson(String line) {
        try {
            return JSON.readValue(line, MeasuredRecipe.class);
        } catch (JsonProcessingException e) {
            throw new CorruptDataException("a measured recipe", "", String.valueOf(e.getMessage()), "JSON of a sweep", e);
        }
    }

    /** Those of which no other is at most as large and nearer, or smaller and as near: by rising size. */
    public static List<MeasuredRecipe> front(List<MeasuredRecipe> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.beats(one)))
                .sorted(Comparator.comparingLong(one -> one.fidelity().fileBytes()))
                .toList();
    }

    private boolean beats(MeasuredRecipe other) {
        int size = Long.compare(fidelity.fileBytes(), other.fidelity.fileBytes());
        int nearness = Double.compare(fidelity.all(), other.fidelity.all());
        return size <= 0 && nearness >= 0 && (size < 0 || nearness > 0);
    }

    /** The nearest one whose file has at most so many bytes. */
    public static Optional<MeasuredRecipe> nearest(List<MeasuredRecipe> all, long mostBytes) {
        return all.stream()
                .filter(one -> one.fidelity().fileBytes() <= mostBytes)
                .max(Comparator.comparingDouble(one -> one.fidelity().all()));
    }

    /** The smallest one whose mean cosine is at least this. */
    public static Optional<MeasuredRecipe> smallest(List<MeasuredRecipe> all, double leastCosine) {
        return all.stream()
                .filter(one -> one.fidelity().all() >= leastCosine)
                .min(Comparator.comparingLong(one -> one.fidelity().fileBytes()));
    }
}
