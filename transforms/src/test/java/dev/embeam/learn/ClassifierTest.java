package dev.embeam.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.fixture.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both classifiers against scikit-learn and on cases that can be worked out. */
class ClassifierTest {
    private static final LogisticRegression LOGREG = new LogisticRegression();
    private static final NearestNeighbors NEIGHBORS = new NearestNeighbors();

    @ParameterizedTest
    @ValueSource(strings = {"law_category_ja", "banking77"})
    void realTextsGetTheClassesOfScikitLearn(String set) throws IOException {
        RealVectors train = RealVectors.of(set, "train");
        RealVectors test = RealVectors.of(set, "test");
        int[] neighbors =
                NEIGHBORS.fit(train.vectors(), RealVectors.DIM, train.labels()).predict(test.vectors(), test.rows());
        assertThat(neighbors).isEqualTo(Golden.labels("knn_cosine_k_2." + set + ".txt"));
        int[] expected = Golden.labels("logreg." + set + ".txt");
        int[] predicted =
                LOGREG.fit(train.vectors(), RealVectors.DIM, train.labels()).predict(test.vectors(), test.rows());
        long equal = IntStream.range(0, expected.length)
                .filter(i -> expected[i] == predicted[i])
                .count();
        assertThat(equal).isGreaterThanOrEqualTo((long) Math.ceil(0.999 * expected.length));
        assertThat(macroF1(test.labels(), predicted)).isEqualTo(macroF1(test.labels(), expected), Offset.offset(0.001));
    }

    private static double macroF1(int[] truth, int[] predicted) {
        TreeSet<Integer> labels = new TreeSet<>();
        IntStream.concat(Arrays.stream(truth), Arrays.stream(predicted)).forEach(labels::add);
        double sum = 0;
        for (int label : labels) {
            int right = 0;
            int members = 0;
            for (int i = 0; i < truth.length; i++) {
                right += truth[i] == label && predicted[i] == label ? 1 : 0;
                members += (truth[i] == label ? 1 : 0) + (predicted[i] == label ? 1 : 0);
            }
            sum += 2.0 * right / members;
        }
        return sum / labels.size();
    }

    @Test
    void logisticRegressionFindsTheWeightsOfScikitLearn() throws IOException {
        for (JsonNode golden : Golden.cases("logreg")) {
            String name = golden.get("name").asText();
            int dim = golden.get("dim").asInt();
            int[] labels = Golden.ints(golden.get("labels"));
            int[] classes = Arrays.stream(labels).distinct().sorted().toArray();
            int outputs = classes.length == 2 ? 1 : classes.length;
            int[] targets = Arrays.stream(labels)
                    .map(label -> Arrays.binarySearch(classes, label))
                    .toArray();
            Points points = new Points(Golden.floats(golden.get("vectors")), labels.length, dim);
            Link link = outputs == 1 ? new Sigmoid() : new Softmax();
            Minimum minimum = Lbfgs.minimize(new LogisticLoss(points, targets, outputs, link, 1), 1e-4, 100);
            double[] coefficients = Golden.doubles(golden.get("coefficients"));
            assertThat(Arrays.copyOf(minimum.point(), coefficients.length))
                    .as(name)
                    .containsExactly(coefficients, Offset.offset(1e-7));
            assertThat(Arrays.copyOfRange(minimum.point(), coefficients.length, minimum.point().length))
                    .as(name)
                    .containsExactly(Golden.doubles(golden.get("intercepts")), Offset.offset(1e-7));
            assertThat(minimum.iterations())
                    .as(name)
                    .isEqualTo(golden.get("iterations").asInt());
        }
    }

    @Test
    void logisticRegressionDecidesAsScikitLearnAlsoForLabelsWithGaps() throws IOException {
        for (JsonNode golden : Golden.cases("logreg")) {
            float[] test = Golden.floats(golden.get("test"));
            int dim = golden.get("dim").asInt();
            Classifier.Fitted fitted =
                    LOGREG.fit(Golden.floats(golden.get("vectors")), dim, Golden.ints(golden.get("labels")));
            assertThat(fitted.predict(test, test.length / dim))
                    .as(golden.get("name").asText())
                    .isEqualTo(Golden.ints(golden.get("predicted")));
            assertThat(fitted.converged()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void gradientIsTheSlopeOfTheLoss(int outputs) {
        SplittableRandom random = Seeds.random(outputs);
        Points points = new Points(random(300, 5, random), 300, 5);
        int[] targets = random.ints(300, 0, Math.max(2, outputs)).toArray();
        Link link = outputs == 1 ? new Sigmoid() : new Softmax();
        LogisticLoss loss = new LogisticLoss(points, targets, outputs, link, 0.7);
        double[] at = random.doubles(loss.arguments(), -2, 2).toArray();
        double[] gradient = new double[at.length];
        loss.at(at, gradient);
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (loss.at(up, new double[at.length]) - loss.at(down, new double[at.length])) / 2e-5;
            assertThat(gradient[i])
                    .as("argument %d, %s", i, Seeds.describe(outputs))
                    .isEqualTo(slope, Offset.offset(1e-5));
        }
    }

    @Test
    void searchCutShortIsToldOf() {
        SplittableRandom random = Seeds.random(1);
        float[] vectors = random(600, 60, random);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] *= (float) Math.pow(10, i % 60 / 12);
        }
        int[] labels = random.ints(600, 0, 9).toArray();
        assertThat(LOGREG.fit(vectors, 60, labels).converged()).isFalse();
    }

    @Test
    void singleClassIsRefused() {
        assertThatThrownBy(() -> LOGREG.fit(new float[4], 2, new int[] {3, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all 2 training vectors have class 3");
    }

    @Test
    void neighboursThatDisagreeGiveTheLowerLabel() {
        float[] train = {1, 0, 0.9f, 0.1f, -1, 0, -0.9f, 0.1f};
        Classifier.Fitted fitted = NEIGHBORS.fit(train, 2, new int[] {7, 2, 4, 4});
        assertThat(fitted.predict(new float[] {5, 0, -2, 0.01f}, 2)).containsExactly(2, 4);
    }

    @Test
    void equallyDistantNeighboursCountFromTheFirst() {
        float[] train = {0, 1, 2, 0, 1, 0, 3, 0};
        Classifier.Fitted fitted = NEIGHBORS.fit(train, 2, new int[] {0, 9, 8, 1});
        assertThat(fitted.predict(new float[] {1, 0}, 1)).containsExactly(8);
    }

    @Test
    void zeroVectorIsAsFarFromAllAsRightAngles() {
        float[] train = {-1, 0, 0, 0, 0, 1, 1, 0};
        Classifier.Fitted fitted = NEIGHBORS.fit(train, 2, new int[] {0, 5, 6, 7});
        assertThat(fitted.predict(new float[] {0, 0, 1, -0.5f}, 2)).containsExactly(0, 5);
    }

    @Test
    void loneTrainingVectorIsRefused() {
        assertThatThrownBy(() -> NEIGHBORS.fit(new float[2], 2, new int[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 at least");
    }

    private static float[] random(int rows, int dim, SplittableRandom random) {
        float[] values = new float[rows * dim];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
