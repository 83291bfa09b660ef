package dev.embeam.compress;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Codes rows by a product quantiser: every part has centroids of its own, found by {@link WeightedKMeans} over all rows or a
 * sample of them, the parts side by side on all processors. H. Jégou, M. Douze, C. Schmid, "Product quantization for nearest
 * neighbor search", IEEE TPAMI 33(1), 2011.
 */
final class ProductCoder {
    private final ProductSettings settings;
    private final float[][] rows;
    private final float[] weights;
    private final int dim;
    private final int part;
    private final int parts;

    /**
     * @param rows of {@code dim} columns each
     * @param weightOf how much the squared error of a row counts
     * @param wanted parts; a row is cut into as many of equal width, or fewer where they do not divide it
     */
    ProductCoder(float[][] rows, RowCoder.Weights weightOf, int dim, int wanted, ProductSettings settings) {
        this.rows = rows;
        this.weights = weights(rows, weightOf);
        this.dim = dim;
        this.settings = settings;
        part = (dim + wanted - 1) / wanted;
        parts = ProductRows.parts(dim, part);
    }

    private static float[] weights(float[][] rows, RowCoder.Weights weightOf) {
        float[] weights = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            weights[row] = (float) weightOf.weight(row, squaredNorm(rows[row]));
        }
        return weights;
    }

    private static double squaredNorm(float[] row) {
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return sum;
    }

    /** The table of codes. */
    CodedTable code() {
        float[] norms = settings.norms() ? norms() : ones();
        int[] sample = sample(norms);
        Centroids[] centroids = IntStream.range(0, parts)
                .parallel()
                .mapToObj(i -> train(i, norms, sample))
                .toArray(Centroids[]::new);
        byte[] codes = codes(centroids, norms);
        float[] codebook = codebook(centroids);
        if (!settings.norms()) {
            return CodedTable.of(CompactLayout.FORM_PRODUCT, parts, part, codebook, codes);
        }
        return withNorms(centroids, codes, codebook);
    }

    private float[] norms() {
        float[] norms = new float[rows.length];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = (float) Math.sqrt(squaredNorm(rows[row]));
        }
        return norms;
    }

    private float[] ones() {
        float[] ones = new float[rows.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Centroids train(int ofPart, float[] norms, int[] sample) {
        float[] points = new float[Math.multiplyExact(sample.length, part)];
        float[] pointWeights = new float[sample.length];
        for (int i = 0; i < sample.length; i++) {
            read(sample[i], ofPart, norms, points, i * part);
            // Rows of a sample are drawn by their weight, so that they weigh alike.
            pointWeights[i] = sample.length == rows.length ? (float) importance(sample[i], norms) : 1;
        }
        int k = Math.min(settings.centroids(), sample.length);
        return new WeightedKMeans(points, pointWeights, part, k).run(settings.rounds(), settings.seed() + ofPart);
    }

    private double importance(int row, float[] norms) {
        return (double) weights[row] * norms[row] * norms[row];
    }

    /** Rows to learn from, the same for all parts: all of them, or as many as are wanted drawn by their weight. */
    private int[] sample(float[] norms) {
        if (rows.length <= settings.sample()) {
            return IntStream.range(0, rows.length).toArray();
        }
        double[] sums = new double[rows.length];
        double sum = 0;
        for (int row = 0; row < sums.length; row++) {
            sum += importance(row, norms);
            sums[row] = sum;
        }
        double total = sum;
        return new SplittableRandom(settings.seed())
                .doubles(settings.sample())
                .mapToInt(x -> WeightedKMeans.above(sums, x * total))
                .sorted()
                .toArray();
    }

    /** A part of a row, divided by the row's norm, with zeros behind the last column. */
    private void read(int row, int ofPart, float[] norms, float[] out, int at) {
        int from = ofPart * part;
        float norm = norms[row] > 0 ? norms[row] : 1;
        for (int j = 0; j < part; j++) {
            out[at + j] = from + j < dim ? rows[row][from + j] / norm : 0;
        }
    }

    private byte[] codes(Centroids[] centroids, float[] norms) {
        byte[] codes = new byte[Math.multiplyExact(rows.length, parts)];
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            float[] point = new float[part];
            float[] distances = new float[ProductRows.CENTROIDS];
            for (int i = 0; i < parts; i++) {
                read(row, i, norms, point, 0);
                codes[row * parts + i] = (byte) centroids[i].nearest(point, 0, distances);
            }
        });
        return codes;
    }

    private float[] codebook(Centroids[] centroids) {
        float[] codebook = new float[parts * ProductRows.CENTROIDS * part];
        for (int i = 0; i < parts; i++) {
            for (int k = 0; k < centroids[i].size(); k++) {
                for (int j = 0; j < part; j++) {
                    codebook[(i * ProductRows.CENTROIDS + k) * part + j] = centroids[i].get(k, j);
                }
            }
        }
        return codebook;
    }

    private CodedTable withNorms(Centroids[] centroids, byte[] codes, float[] codebook) {
        float[] gains = new float[rows.length];
        IntStream.range(0, rows.length).parallel().forEach(row -> gains[row] = gain(row, centroids, codes));
        Centroids levels = new WeightedKMeans(gains, weights, 1, Math.min(ProductRows.CENTROIDS, rows.length))
                .run(settings.rounds(), settings.seed());
        byte[] bytes = new byte[Math.multiplyExact(rows.length, parts + 1)];
        float[] distances = new float[ProductRows.CENTROIDS];
        for (int row = 0; row < rows.length; row++) {
            bytes[row * (parts + 1)] = (byte) levels.nearest(gains, row, distances);
            System.arraycopy(codes, row * parts, bytes, row * (parts + 1) + 1, parts);
        }
        float[] both = new float[ProductRows.CENTROIDS + codebook.length];
        for (int k = 0; k < levels.size(); k++) {
            both[k] = levels.get(k, 0);
        }
        System.arraycopy(codebook, 0, both, ProductRows.CENTROIDS, codebook.length);
        return CodedTable.of(CompactLayout.FORM_PRODUCT_WITH_NORMS, parts + 1, part, both, bytes);
    }

    /** What the decoded direction is to be multiplied by so that it comes nearest to the row. */
    private float gain(int row, Centroids[] centroids, byte[] codes) {
        double product = 0;
        double square = 0;
        for (int j = 0; j < dim; j++) {
            float decoded = centroids[j / part].get(codes[row * parts + j / part] & 0xFF, j % part);
            product += (double) rows[row][j] * decoded;
            square += (double) decoded * decoded;
        }
        return square > 0 ? (float) (product / square) : 0;
    }
}
