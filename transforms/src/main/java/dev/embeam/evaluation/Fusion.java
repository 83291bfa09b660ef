package dev.embeam.evaluation;

import dev.embeam.schema.SystemName;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ranking made from those of two systems, written {@code rrf(a,b)}, {@code rrf(20,a,b)} or {@code weighted(0.7,a,b)}.
 *
 * @param method how scores are put together
 * @param parameter k of reciprocal rank fusion, above 0; or the weight of the first system, from 0 to 1
 * @param first model name, or whole label, of one system
 * @param second of the other
 */
public record Fusion(Method method, double parameter, String first, String second) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** k of reciprocal rank fusion where nothing else is said (Cormack, Clarke and Büttcher 2009). */
    public static final double DEFAULT_K = 60;

    private static final Pattern FORM = Pattern.compile("(rrf|weighted)\\((?:([0-9.]+),)?([^,()]+),([^,()]+)\\)");

    /** How scores are put together. */
    public enum Method {
        /** The sum of 1 / (k + rank) over the lists that hold the document. */
        RECIPROCAL_RANK,
        /**
         * The weighted sum of the scores, after those of each query's list were mapped linearly to 0 (its lowest) to 1 (its
         * highest). A document that a list does not hold gets 0 from it; in a list with one score only, all get 1.
         */
        WEIGHTED
    }

    /** Checks the parameter. */
    public Fusion {
        boolean valid = method == Method.RECIPROCAL_RANK ? parameter > 0 : parameter >= 0 && parameter <= 1;
        if (!valid) {
            throw new IllegalArgumentException("parameter of a fusion is " + parameter + "; expected "
                    + (method == Method.RECIPROCAL_RANK ? "a number above 0" : "a weight from 0 to 1"));
        }
    }

    /**
     * Reads a fusion.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Fusion parse(String text) {
        Matcher form = FORM.matcher(text.replace(" ", ""));
        if (!form.matches() || (form.group(1).equals("weighted") && form.group(2) == null)) {
            throw new IllegalArgumentException("--fusions holds \"" + text
                    + "\"; expected rrf(a,b), rrf(60,a,b) or weighted(0.5,a,b) with the names of two systems");
        }
        Method method = form.group(1).equals("rrf") ? Method.RECIPROCAL_RANK : Method.WEIGHTED;
        double parameter =
                Optional.ofNullable(form.group(2)).map(Double::valueOf).orElse(DEFAULT_K);
        return new Fusion(method, parameter, form.group(3), form.group(4));
    }

    /** Reads several fusions with commas between them; none from an empty text. */
    public static List<Fusion> parseAll(String text) {
        List<Fusion> fusions = new ArrayList<>();
        // a comma inside of brackets has a closing bracket after it before any opening one
        for (String one : text.split(",(?![^()]*\\))", -1)) {
            if (!one.isBlank()) {
                fusions.add(parse(one));
            }
        }
        return fusions;
    }

    /**
     * Makes sure that the systems to put together are there.
     *
     * @throws IllegalArgumentException when no system has one of the names
     */
    public void check(Collection<SystemName> systems) {
        for (String name : List.of(first, second)) {
            if (systems.stream().noneMatch(system -> names(name, system))) {
                throw new IllegalArgumentException("--fusions names \"" + name + "\" in " + label()
                        + "; expected one of the systems "
                        + systems.stream().map(SystemName::model).distinct().toList());
            }
        }
    }

    /** Whether this is the name of the system: its model's, or its whole label. */
    static boolean names(String name, SystemName system) {
        return system.model().equals(name) || system.label().equals(name);
    }

    /** As the report shows it. */
    public String label() {
        String systems = first + "," + second + ")";
        return switch (method) {
            case RECIPROCAL_RANK -> parameter == DEFAULT_K ? "rrf(" + systems : "rrf(" + number() + "," + systems;
            case WEIGHTED -> "weighted(" + number() + "," + systems;
        };
    }

    private String number() {
        return parameter == Math.rint(parameter) ? String.valueOf((long) parameter) : String.valueOf(parameter);
    }

    /**
     * The fused system's name: it has the settings of both. Absent where the two have different values of one setting, as
     * systems over different shares of a collection are not fused.
     */
    Optional<SystemName> name(SystemName a, SystemName b) {
        Map<String, String> settings = new TreeMap<>(a.settings());
        for (Map.Entry<String, String> setting : b.settings().entrySet()) {
            String other = settings.putIfAbsent(setting.getKey(), setting.getValue());
            if (other != null && !other.equals(setting.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(new SystemName(label(), settings));
    }
}
