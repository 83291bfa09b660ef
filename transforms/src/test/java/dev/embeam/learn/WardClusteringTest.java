package dev.embeam.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.fixture.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ward's groups against those of scikit-learn and against the definition. */
class WardClusteringTest {
    private static final Clusterer WARD = new WardClustering();

    @ParameterizedTest
    @CsvSource({"law_category_ja, 50", "banking77, 77"})
    void realTextsFallIntoTheGroupsOfScikitLearn(String set, int clusters) throws IOException {
        RealVectors real = RealVectors.of(set, "test");
        int[] labels = WARD.cluster(real.vectors(), real.rows(), RealVectors.DIM, clusters, 0);
        assertThat(labels).isEqualTo(Golden.labels("ward." + set + ".txt"));
    }

    @Test
    void syntheticPointsFallIntoTheGroupsOfScikitLearn() throws IOException {
        for (JsonNode golden : Golden.cases("clusters")) {
            float[] vectors = Golden.floats(golden.get("vectors"));
            int dim = golden.get("dim").asInt();
            int[] labels = WARD.cluster(
                    vectors, vectors.length / dim, dim, golden.get("clusters").asInt(), 0);
            assertThat(labels).as(golden.get("name").asText()).isEqualTo(Golden.ints(golden.get("ward")));
        }
    }

    @Test
    void mergesTheLeastCostlyPairEveryTime() {
        for (int testCase = 0; testCase < 25; testCase++) {
            SplittableRandom random = Seeds.random(testCase);
            int rows = random.nextInt(2, 26);
            int dim = random.nextInt(1, 70);
            int clusters = random.nextInt(1, rows + 1);
            float[] vectors = new float[rows * dim];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = (float) random.nextGaussian() + 50;
            }
            assertThat(WARD.cluster(vectors, rows, dim, clusters, 0))
                    .as(Seeds.describe(testCase))
                    .isEqualTo(byDefinition(vectors, rows, dim, clusters));
        }
    }

    @Test
    void tinyAndHugeNumbersKeepTheirDistances() {
        float[] vectors = {0, 1, 5, 6, 20, 22};
        int[] expected = {0, 0, 1, 1, 2, 2};
        for (float scale : new float[] {1e-30f, 1e-22f, 1, 1e22f, 1e37f}) {
            float[] scaled = new float[vectors.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = vectors[i] * scale;
            }
            assertThat(WARD.cluster(scaled, 6, 1, 3, 0)).as("times %s", scale).isEqualTo(expected);
        }
    }

    private static int[] byDefinition(float[] vectors, int rows, int dim, int clusters) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            groups.add(new ArrayList<>(List.of(row)));
        }
        while (groups.size() > clusters) {
            mergeCheapest(groups, vectors, dim);
        }
        int[] labels = new int[rows];
        for (int group = 0; group < groups.size(); group++) {
            for (int row : groups.get(group)) {
                labels[row] = group;
            }
        }
        return Groupings.numberedByFirst(labels);
    }

    private static void mergeCheapest(List<List<Integer>> groups, float[] vectors, int dim) {
        double least = Double.POSITIVE_INFINITY;
        int[] pair = {0, 1};
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                List<Integer> union = new ArrayList<>(groups.get(i));
                union.addAll(groups.get(j));
                double cost = inertia(union, vectors, dim)
                        - inertia(groups.get(i), vectors, dim)
                        - inertia(groups.get(j), vectors, dim);
                if (cost < least) {
                    least = cost;
                    pair = new int[] {i, j};
                }
            }
        }
        groups.get(pair[0]).addAll(groups.remove(pair[1]));
    }

    private static double inertia(List<Integer> rows, float[] vectors, int dim) {
        double inertia = 0;
        for (int d = 0; d < dim; d++) {
            int column = d;
            double mean = rows.stream()
                    .mapToDouble(row -> vectors[row * dim + column])
                    .average()
                    .orElseThrow();
            inertia += rows.stream()
                    .mapToDouble(row -> Math.pow(vectors[row * dim + column] - mean, 2))
                    .sum();
        }
        return inertia;
    }
}
