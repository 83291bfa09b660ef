package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fasttext.DenseMatrix;
import dev.embeam.fasttext.Matrix;
import dev.embeam.fasttext.ProductQuantizer;
import dev.embeam.fasttext.QuantizedMatrix;
import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.FloatTable;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputProductsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "512, 4", "513, 7", "1300, 100"})
    void everyProductOfADenseMatrixIsTheSequentialOne(int rows, int dim) {
        SplittableRandom random = Seeds.random(rows);
        check(new DenseMatrix(FloatTable.of(numbers(rows * dim, random), dim)), random);
    }

    @ParameterizedTest
    @CsvSource({"300, 10, 2, true", "300, 11, 2, false", "700, 9, 4, true"})
    void everyProductOfAQuantizedMatrixIsTheSequentialOne(int rows, int dim, int part, boolean normed) {
        SplittableRandom random = Seeds.random(rows + dim);
        ProductQuantizer quantizer = new ProductQuantizer(dim, part, numbers(256 * dim, random));
        byte[] codes = new byte[rows * quantizer.parts()];
        random.nextBytes(codes);
        byte[] normCodes = new byte[rows];
        random.nextBytes(normCodes);
        QuantizedMatrix.Norms norms =
                new QuantizedMatrix.Norms(normCodes, new ProductQuantizer(1, 1, numbers(256, random)));
        check(new QuantizedMatrix(rows, codes, quantizer, normed ? Optional.of(norms) : Optional.empty()), random);
    }

    private static void check(Matrix matrix, SplittableRandom random) {
        float[] vector = numbers(matrix.columns(), random);
        float[] products = new float[matrix.rows()];
        OutputProducts.of(matrix).multiply(vector, products);
        for (int row = 0; row < products.length; row++) {
            assertThat(products[row]).isEqualTo(matrix.dot(row, vector));
        }
    }

    private static float[] numbers(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
