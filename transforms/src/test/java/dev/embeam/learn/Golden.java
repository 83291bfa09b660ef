package dev.embeam.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What scikit-learn and SciPy gave; PROVENANCE.md beside the files says how. */
final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    static int[] labels(String file) throws IOException {
        return Arrays.stream(text(file).trim().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** The cases of a list in {@code synthetic.json}. */
    static List<JsonNode> cases(String list) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        JSON.readTree(text("synthetic.json")).get(list).forEach(cases::add);
        return cases;
    }

    /** The V-measures of a clusterer on a set, one a seed. */
    static double[] vMeasures(String set, String clusterer) throws IOException {
        return text("v-measures.tsv")
                .lines()
                .filter(line -> line.startsWith(set + "\t" + clusterer + "\t"))
                .flatMap(line -> Arrays.stream(line.split("\t")).skip(2))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static int[] ints(JsonNode array) {
        return JSON.convertValue(array, int[].class);
    }

    static float[] floats(JsonNode array) {
        return JSON.convertValue(array, float[].class);
    }

    static double[] doubles(JsonNode array) {
        return JSON.convertValue(array, double[].class);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
