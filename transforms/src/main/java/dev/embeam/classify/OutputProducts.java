package dev.embeam.classify;

import dev.embeam.fasttext.Matrix;
import dev.embeam.fasttext.QuantizedMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The inner products of a vector with all rows of an output matrix, each one the sequential single-precision sum of {@link
 * Matrix#dot}. Rows lie side by side in blocks, column after column, so that one instruction goes on with the sums of
 * several labels; that leaves the order within each sum as it is. Rows of codes are unpacked for it. Immutable, shared
 * between threads.
 */
final class OutputProducts {
    /** Labels whose sums stay in the nearest cache. */
    private static final int BLOCK = 512;
    /** Numbers of a matrix that is laid out anew, 256 MiB; larger ones are read as they are. */
    private static final long LARGEST_COPY = 1L << 26;

    private final Matrix matrix;
    private final float[] columns;
    private final float[] norms;

    private OutputProducts(Matrix matrix, float[] columns, float[] norms) {
        this.matrix = matrix;
        this.columns = columns;
        this.norms = norms;
    }

    /** With the rows of this matrix. */
    static OutputProducts of(Matrix matrix) {
        if ((long) matrix.rows() * matrix.columns() > LARGEST_COPY) {
            return new OutputProducts(matrix, new float[0], new float[0]);
        }
        if (matrix instanceof QuantizedMatrix quantized) {
            // A row's norm is multiplied with the whole product, not with its numbers.
            Matrix directions =
                    new QuantizedMatrix(quantized.rows(), quantized.codes(), quantized.quantizer(), Optional.empty());
            return new OutputProducts(
                    matrix,
                    blocks(directions),
                    quantized.norms().map(OutputProducts::norms).orElse(new float[0]));
        }
        return new OutputProducts(matrix, blocks(matrix), new float[0]);
    }

    private static float[] norms(QuantizedMatrix.Norms norms) {
        float[] numbers = new float[norms.codes().length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = norms.quantizer().centroids()[norms.codes()[row] & 0xFF];
        }
        return numbers;
    }

    private static float[] blocks(Matrix matrix) {
        int dim = matrix.columns();
        float[] columns = new float[matrix.rows() * dim];
        for (int row = 0; row < matrix.rows(); row++) {
            float[] numbers = matrix.row(row);
            int from = row - row % BLOCK;
            int width = Math.min(BLOCK, matrix.rows() - from);
            for (int column = 0; column < dim; column++) {
                columns[from * dim + column * width + row - from] = numbers[column];
            }
        }
        return columns;
    }

    /** Number of rows. */
    int rows() {
        return matrix.rows();
    }

    /** Puts the products of {@code vector} into {@code products}, one a row. */
    void multiply(float[] vector, float[] products) {
        if (columns.length == 0) {
            for (int row = 0; row < rows(); row++) {
                products[row] = matrix.dot(row, vector);
            }
            return;
        }
        Arrays.fill(products, 0, rows(), 0);
        for (int from = 0; from < rows(); from += BLOCK) {
            multiplyBlock(vector, from, Math.min(BLOCK, rows() - from), products);
        }
        for (int row = 0; row < norms.length; row++) {
            products[row] *= norms[row];
        }
    }

    private void multiplyBlock(float[] vector, int from, int width, float[] products) {
        int dim = matrix.columns();
        int at = from * dim;
        int column = 0;
        for (; column + 4 <= dim; column += 4) {
            addFour(vector, column, at + column * width, products, from, width);
        }
        for (; column < dim; column++) {
            float factor = vector[column];
            int start = at + column * width;
            for (int i = 0; i < width; i++) {
                products[from + i] += factor * columns[start + i];
            }
        }
    }

    /** Four columns in one pass over the sums, in their order. */
    private void addFour(float[] vector, int column, int start, float[] products, int from, int width) {
        float factor0 = vector[column];
        float factor1 = vector[column + 1];
        float factor2 = vector[column + 2];
        float factor3 = vector[column + 3];
        int second = start + width;
        int third = second + width;
        int fourth = third + width;
        for (int i = 0; i < width; i++) {
            float sum = products[from + i] + factor0 * columns[start + i];
            sum += factor1 * columns[second + i];
            sum += factor2 * columns[third + i];
            products[from + i] = sum + factor3 * columns[fourth + i];
        }
    }
}
