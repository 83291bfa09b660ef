package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentSemanticIndexingTest {
    @Test
    void piecesLinkedByAThirdComeOutNear() {
        // 0 and 2 never meet, but both meet 1; 3 and 4 live elsewhere.
        int[][] documents = {{0, 1}, {1, 2}, {0, 1}, {1, 2}, {3, 4}, {3, 4}, {3, 5}};
        float[] rows = new LatentSemanticIndexing(2, 1).rows(documents, 6);
        assertThat(cosine(rows, 2, 0, 2)).isGreaterThan(0.99);
        assertThat(cosine(rows, 2, 0, 3)).isCloseTo(0, within(0.1));
    }

    @Test
    void pieceOfNoDocumentHasAZeroRow() {
        float[] rows = new LatentSemanticIndexing(2, 1).rows(new int[][] {{0}, {2}}, 3);
        assertThat(Arrays.copyOfRange(rows, 2, 4)).containsOnly(0);
    }

    @Test
    void columnsBeyondTheDocumentsAreZero() {
        float[] rows = new LatentSemanticIndexing(5, 1).rows(new int[][] {{0, 0}, {1}}, 2);
        for (int piece = 0; piece < 2; piece++) {
            assertThat(Arrays.copyOfRange(rows, 5 * piece + 2, 5 * piece + 5)).containsOnly(0);
        }
    }

    @Test
    void documentsWithoutPiecesChangeNoDirection() {
        float[] rows = new LatentSemanticIndexing(3, 1).rows(new int[][] {{}, {}}, 2);
        assertThat(rows).containsOnly(0);
    }

    @Test
    void orthonormalVectorsHaveLengthOneAndRightAngles() {
        SplittableRandom random = Seeds.random(3);
        double[][] vectors = new double[6][];
        Arrays.setAll(vectors, i -> random.doubles(9, -1, 1).toArray());
        vectors[4] = vectors[1].clone();
        Orthonormal.make(vectors);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(dot(vectors[i], vectors[j])).isCloseTo(i == j && i != 4 ? 1 : 0, within(1e-12));
            }
        }
    }

    private static double cosine(float[] rows, int dim, int a, int b) {
        double[] left = row(rows, dim, a);
        double[] right = row(rows, dim, b);
        return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
    }

    private static double[] row(float[] rows, int dim, int piece) {
        double[] row = new double[dim];
        Arrays.setAll(row, j -> rows[piece * dim + j]);
        return row;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
