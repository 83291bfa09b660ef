package dev.embeam.schema;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is evaluated: a model with the settings that make it one of several, such as its width. What a data set's validation
 * part chooses between (similarities, classifiers, clusterers) is no part of the name.
 *
 * @param model name of the model's folder, {@code bm25}, a fusion such as {@code rrf(a,b)}, or the name of a run file
 * @param settings by name, in the order of the names: {@value #DIMS}, {@value #PRECISION}, {@value #MAX_TOKENS},
 *     {@value #SHARE}, ...; only those that were asked for
 */
public record SystemName(String model, Map<String, String> settings) implements Comparable<SystemName>, Serializable {
    /** Columns of a vector. */
    public static final String DIMS = "dims";
    /** Precision of the documents' vectors. */
    public static final String PRECISION = "precision";
    /** Most tokens of a text that count. */
    public static final String MAX_TOKENS = "maxTokens";
    /** Share of the collection that is searched, relevant documents always among it. */
    public static final String SHARE = "share";

    private static final long serialVersionUID = 1L;

    /** Sorts the settings. */
    public SystemName {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A model without settings. */
    public static SystemName of(String model) {
        return new SystemName(model, Map.of());
    }

    /** The same with one setting more. */
    public SystemName with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, String.valueOf(value));
        return new SystemName(model, more);
    }

    /** A setting's number, where there is one. */
    public Optional<Double> number(String name) {
        return Optional.ofNullable(settings.get(name)).map(Double::valueOf);
    }

    /**
     * The same system without its share where that is the whole collection: so it is called where there is no collection, and
     * where no shares were asked for.
     */
    public SystemName whole() {
        if (number(SHARE).orElse(0.0) != 1) {
            return this;
        }
        Map<String, String> rest = new TreeMap<>(settings);
        rest.remove(SHARE);
        return new SystemName(model, rest);
    }

    /** As tables show it: {@code ja-static-256 dims=64 precision=int8}. */
    public String label() {
        return settings.isEmpty()
                ? model
                : model + " "
                        + settings.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(SystemName other) {
        return label().compareTo(other.label());
    }
}
