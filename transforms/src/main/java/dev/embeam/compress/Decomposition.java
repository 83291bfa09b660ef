package dev.embeam.compress;

import dev.embeam.kernel.Float16;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * The truncated singular value decomposition of rows: weights of the leading components, which are the eigenvectors of the
 * rows' Gram matrix with the largest eigenvalues, so that no other components of this number leave a smaller squared error
 * (C. Eckart, G. Young, "The approximation of one matrix by another of lower rank", 1936).
 */
final class Decomposition {
    private Decomposition() {}

    /** Rows as half-precision weights of {@code components} components. */
    static CodedTable code(float[][] rows, int dim, int components) {
        if (components > dim) {
            throw new IllegalArgumentException(
                    "there are to be " + components + " components of " + dim + " columns; expected at most " + dim);
        }
        float[] leading = SymmetricEigen.leading(gram(rows, dim), components);
        byte[] bytes = new byte[Math.multiplyExact(rows.length, components * Short.BYTES)];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            for (int i = 0; i < components; i++) {
                out.putShort((row * components + i) * Short.BYTES, Float16.fromFloat(dot(rows[row], leading, i * dim)));
            }
        });
        return CodedTable.of(CompactLayout.FORM_DECOMPOSED, components * Short.BYTES, components, leading, bytes);
    }

    /** Inner products of columns, summed in the order of the rows. */
    private static double[][] gram(float[][] rows, int dim) {
        double[][] gram = new double[dim][dim];
        IntStream.range(0, dim).parallel().forEach(i -> {
            for (float[] row : rows) {
                double x = row[i];
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += x * row[j];
                }
            }
        });
        for (int i = 0; i < dim; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    private static float dot(float[] row, float[] components, int at) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += (double) row[j] * components[at + j];
        }
        return (float) sum;
    }
}
