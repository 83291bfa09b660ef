package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.ProductQuantizer;
import dev.embeam.fasttext.QuantizedMatrix;
import dev.embeam.kernel.FloatTable;
import dev.embeam.libstdcxx.MinimalStandard;
import dev.embeam.libstdcxx.Shuffle;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds codebooks for a matrix and the codes of its rows. */
final class QuantizerTrainer {
    private static final int SEED = 1234;
    private static final int MOST_POINTS = 1 << 16;
    /** Few enough for their numbers to stay in a cache while part after part is encoded. */
    private static final int ENCODED_AT_ONCE = 1 << 13;

    private final NearestSearch search;

    QuantizerTrainer(NearestSearch search) {
        this.search = search;
    }

    /**
     * The matrix in codes.
     *
     * @param what the matrix is, for messages
     * @throws IllegalArgumentException if it has fewer than 256 rows, more codes than one array can hold, or numbers that are
     *     none
     */
    QuantizedMatrix quantize(FloatTable table, int part, boolean withNorms, String what) {
        checkSize(table, part, what);
        float[] norms = RowNorms.of(table);
        Optional<QuantizedMatrix.Norms> codedNorms = Optional.empty();
        RowSource source = new RowSource(table, withNorms ? Optional.of(norms) : Optional.empty());
        if (withNorms) {
            RowSource ofNorms = new RowSource(FloatTable.of(norms, 1), Optional.empty());
            ProductQuantizer quantizer = train(ofNorms, 1);
            codedNorms = Optional.of(new QuantizedMatrix.Norms(encode(ofNorms, quantizer), quantizer));
        }
        ProductQuantizer quantizer = train(source, part);
        return new QuantizedMatrix(table.rows(), encode(source, quantizer), quantizer, codedNorms);
    }

    private static void checkSize(FloatTable table, int part, String what) {
        if (table.rows() < QuantizationSettings.FEWEST_ROWS) {
            throw new IllegalArgumentException("the " + what + " matrix is too small to be quantised: it has "
                    + table.rows() + " rows; expected at least " + QuantizationSettings.FEWEST_ROWS);
        }
        long codes = (long) table.rows() * ((table.dim() + part - 1) / part);
        if (codes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the " + what + " matrix has " + table.rows() + " rows, which make "
                    + codes
                    + " codes; expected fewer than 2^31, as the file counts them: keep fewer rows by a cutoff, or"
                    + " take a larger dsub");
        }
    }

    private ProductQuantizer train(RowSource source, int part) {
        ProductQuantizer shape =
                new ProductQuantizer(source.dim(), part, new float[ProductQuantizer.CENTROIDS * source.dim()]);
        MinimalStandard random = new MinimalStandard(SEED);
        int[] order = IntStream.range(0, source.rows()).toArray();
        int count = Math.min(source.rows(), MOST_POINTS);
        float[] points = new float[count * part];
        for (int i = 0; i < shape.parts(); i++) {
            if (count < order.length) {
                Shuffle.shuffle(order, random);
            }
            int width = shape.columns(i);
            source.copy(order, 0, count, i * part, width, points);
            float[] centroids = KMeans.centroids(points, count, width, random, search);
            System.arraycopy(centroids, 0, shape.centroids(), shape.start(i, 0), centroids.length);
        }
        return shape;
    }

    private byte[] encode(RowSource source, ProductQuantizer quantizer) {
        int parts = quantizer.parts();
        byte[] codes = new byte[source.rows() * parts];
        int[] order = IntStream.range(0, source.rows()).toArray();
        float[] points = new float[Math.min(ENCODED_AT_ONCE, source.rows()) * quantizer.part()];
        byte[] ofPart = new byte[Math.min(ENCODED_AT_ONCE, source.rows())];
        for (int first = 0; first < source.rows(); first += ENCODED_AT_ONCE) {
            int count = Math.min(ENCODED_AT_ONCE, source.rows() - first);
            for (int i = 0; i < parts; i++) {
                int width = quantizer.columns(i);
                source.copy(order, first, count, i * quantizer.part(), width, points);
                search.find(points, count, width, centroids(quantizer, i), ofPart);
                for (int row = 0; row < count; row++) {
                    codes[(first + row) * parts + i] = ofPart[row];
                }
            }
        }
        return codes;
    }

    private static float[] centroids(ProductQuantizer quantizer, int part) {
        float[] centroids = new float[ProductQuantizer.CENTROIDS * quantizer.columns(part)];
        System.arraycopy(quantizer.centroids(), quantizer.start(part, 0), centroids, 0, centroids.length);
        return centroids;
    }
}
