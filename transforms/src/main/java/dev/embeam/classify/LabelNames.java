package dev.embeam.classify;

import dev.embeam.fasttext.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds a label by its name, written with or without fastText's prefix. Immutable. */
public final class LabelNames {
    /** What is found where there is no such label. */
    public static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    private LabelNames() {}

    /** Of these labels, whose places are their numbers; of a name that comes twice the first counts. */
    public static LabelNames of(List<String> labels) {
        LabelNames names = new LabelNames();
        for (int label = 0; label < labels.size(); label++) {
            names.numbers.putIfAbsent(labels.get(label), label);
        }
        for (int label = 0; label < labels.size(); label++) {
            names.numbers.putIfAbsent(bare(labels.get(label)), label);
        }
        return names;
    }

    /** The number of a label, or {@link #NONE}. */
    public int find(String name) {
        Integer exact = numbers.get(name);
        return exact == null ? numbers.getOrDefault(bare(name), NONE) : exact;
    }

    /** A name without the prefix, where it has one. */
    public static String bare(String name) {
        return name.startsWith(Dictionary.LABEL_PREFIX) ? name.substring(Dictionary.LABEL_PREFIX.length()) : name;
    }
}
