package dev.embeam.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.fixture.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every clusterer, and their scores on real texts against those of scikit-learn. */
class ClustererTest {
    static final List<Clusterer> CLUSTERERS =
            List.of(new MiniBatchKMeans(), new WardClustering(), new BisectingKMeans(), new Birch());

    @ParameterizedTest
    @CsvSource({"law_category_ja, 50", "banking77, 77"})
    void scoresLieWithinTheSpreadOfScikitLearn(String set, int clusters) throws IOException {
        RealVectors real = RealVectors.of(set, "test");
        for (Clusterer clusterer : List.of(new MiniBatchKMeans(), new BisectingKMeans())) {
            double[] expected = Golden.vMeasures(set, clusterer.name());
            double mean = IntStream.range(0, 10)
                    .mapToDouble(seed -> vMeasure(clusterer, real, clusters, seed))
                    .average()
                    .orElseThrow();
            assertThat(mean)
                    .as("%s on %s", clusterer.name(), set)
                    .isBetween(
                            Arrays.stream(expected).min().orElseThrow(),
                            Arrays.stream(expected).max().orElseThrow());
        }
        assertThat(vMeasure(new Birch(), real, clusters, 0))
                .isEqualTo(Golden.vMeasures(set, "Birch")[0], Offset.offset(1e-6));
    }

    private static double vMeasure(Clusterer clusterer, RealVectors real, int clusters, int seed) {
        int[] labels = clusterer.cluster(real.vectors(), real.rows(), RealVectors.DIM, clusters, seed);
        return Groupings.vMeasure(real.labels(), labels);
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void sameSeedGivesTheSameGroupsInAnyThread(Clusterer clusterer) {
        float[] vectors = random(300, 8, 1);
        int[] alone = clusterer.cluster(vectors, 300, 8, 7, 42);
        List<int[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> clusterer.cluster(vectors, 300, 8, 7, 42))
                .toList();
        assertThat(together).allSatisfy(labels -> assertThat(labels).isEqualTo(alone));
        int[] other = clusterer.cluster(vectors, 300, 8, 7, 43);
        assertThat(Arrays.equals(alone, other)).isEqualTo(!clusterer.seeded());
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void vectorsStayAsTheyAre(Clusterer clusterer) {
        float[] vectors = random(100, 5, 2);
        float[] before = vectors.clone();
        clusterer.cluster(vectors, 100, 5, 6, 0);
        assertThat(vectors).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void farGroupsAreFound(Clusterer clusterer) {
        SplittableRandom random = Seeds.random(3);
        float[] vectors = new float[200 * 2];
        int[] truth = new int[200];
        for (int i = 0; i < 200; i++) {
            truth[i] = i % 2;
            vectors[2 * i] = (float) (truth[i] * 100 + random.nextDouble());
            vectors[2 * i + 1] = (float) random.nextDouble();
        }
        int[] labels = clusterer.cluster(vectors, 200, 2, 2, 5);
        assertThat(Groupings.numberedByFirst(labels)).isEqualTo(truth);
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void labelsAreFromZeroToOneLessThanClusters(Clusterer clusterer) {
        for (int clusters : new int[] {1, 2, 13, 40}) {
            int[] labels = clusterer.cluster(random(40, 3, 4), 40, 3, clusters, 9);
            assertThat(labels).hasSize(40);
            assertThat(Arrays.stream(labels).boxed()).allMatch(label -> label >= 0 && label < clusters);
        }
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void oneClusterHoldsAll(Clusterer clusterer) {
        assertThat(clusterer.cluster(random(30, 3, 5), 30, 3, 1, 0)).containsOnly(0);
        assertThat(clusterer.cluster(new float[] {1, 2}, 1, 2, 1, 0)).containsExactly(0);
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void farApartPointsAreGroupsOfTheirOwnWhenThereAreAsManyClusters(Clusterer clusterer) {
        float[] vectors = {0, 10, 30, 70, 150, 310};
        assertThat(Groupings.groups(clusterer.cluster(vectors, 6, 1, 6, 3))).isEqualTo(6);
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void equalPointsInFewerKindsThanClustersEndInSomeGrouping(Clusterer clusterer) {
        float[] vectors = {1, 1, 4, 4, 4, 1, 9, 9, 9, 9};
        int[] labels = clusterer.cluster(vectors, 10, 1, 7, 3);
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels[i] != labels[j] || vectors[i] == vectors[j])
                        .as("rows %d and %d in one group", i, j)
                        .isTrue();
            }
        }
        assertThat(clusterer.cluster(new float[20], 20, 1, 3, 0)).hasSize(20);
    }

    @Test
    void birchGroupsAsScikitLearnDoes() throws IOException {
        for (JsonNode golden : Golden.cases("clusters")) {
            float[] vectors = Golden.floats(golden.get("vectors"));
            int dim = golden.get("dim").asInt();
            int[] labels = new Birch()
                    .cluster(
                            vectors,
                            vectors.length / dim,
                            dim,
                            golden.get("clusters").asInt(),
                            0);
            assertThat(Groupings.numberedByFirst(labels))
                    .as(golden.get("name").asText())
                    .isEqualTo(Golden.ints(golden.get("birch")));
        }
    }

    @ParameterizedTest
    @FieldSource("CLUSTERERS")
    void wrongShapesAndNumbersAreRefused(Clusterer clusterer) {
        assertThatThrownBy(() -> clusterer.cluster(new float[7], 3, 2, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 numbers are not 3 vectors of 2 columns");
        assertThatThrownBy(() -> clusterer.cluster(new float[6], 3, 2, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clusters is 4; expected 1 to the number of vectors, which is 3");
    }

    private static float[] random(int rows, int dim, int testCase) {
        SplittableRandom random = Seeds.random(testCase);
        float[] values = new float[rows * dim];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
