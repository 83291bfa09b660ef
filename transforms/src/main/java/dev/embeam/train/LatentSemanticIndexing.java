package dev.embeam.train;

import java.util.SplittableRandom;

/**
 * Vectors of pieces from the documents they occur in: the weighted matrix of documents and pieces, projected onto its
 * {@code dim} leading directions, so that pieces of one topic come out near even when no document holds both.
 *
 * <p>S. Deerwester et al., "Indexing by Latent Semantic Analysis", JASIS 41(6), 1990. The directions come from orthogonal
 * iteration on seeded random vectors (N. Halko, P. Martinsson, J. Tropp, "Finding structure with randomness", SIAM Review
 * 53(2), 2011). Carried on without end they would span what a singular value decomposition gives, but for a rotation, which
 * changes no cosine; a fixed number of rounds comes close, so that another seed moves cosines a little. Each
 * row is then scaled by the smooth inverse frequency a / (a + p) of its piece (S. Arora, Y. Liang, T. Ma, "A
 * Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017).
 *
 * <p>The result depends on the documents, the width and the seed alone: all sums are in a stated order. With fewer
 * documents than dimensions, the columns left over are zero.
 */
final class LatentSemanticIndexing {
    private static final int ITERATIONS = 12;

    /** a of the smooth inverse frequency. */
    private static final double SMOOTHING = 1e-4;

    private final int dim;
    private final long seed;

    LatentSemanticIndexing(int dim, long seed) {
        this.dim = dim;
        this.seed = seed;
    }

    /**
     * The table of the documents' pieces.
     *
     * @param documents piece ids of each document
     * @param vocabulary how many ids there are
     * @return {@code float[vocabulary * dim]}, row-major; a piece that occurs nowhere has a zero row
     */
    float[] rows(int[][] documents, int vocabulary) {
        DocumentPieceMatrix matrix = new DocumentPieceMatrix(documents, vocabulary);
        double[][] directions = leadingDirections(matrix);
        double[] scales = inverseFrequencies(documents, vocabulary);
        float[] rows = new float[Math.multiplyExact(vocabulary, dim)];
        for (int column = 0; column < dim; column++) {
            double[] values = matrix.sumOfRows(directions[column]);
            for (int piece = 0; piece < vocabulary; piece++) {
                rows[piece * dim + column] = (float) (values[piece] * scales[piece]);
            }
        }
        return rows;
    }

    /** {@code dim} orthonormal vectors, one value for each document. */
    private double[][] leadingDirections(DocumentPieceMatrix matrix) {
        double[][] directions = randomSigns(matrix.documents());
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int i = 0; i < dim; i++) {
                directions[i] = matrix.products(matrix.sumOfRows(directions[i]));
            }
            Orthonormal.make(directions);
        }
        return directions;
    }

    private double[][] randomSigns(int documents) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] vectors = new double[dim][documents];
        for (double[] vector : vectors) {
            for (int i = 0; i < documents; i++) {
                vector[i] = random.nextBoolean() ? 1 : -1;
            }
        }
        return vectors;
    }

    private static double[] inverseFrequencies(int[][] documents, int vocabulary) {
        long total = 0;
        long[] counts = new long[vocabulary];
        for (int[] document : documents) {
            total += document.length;
            for (int piece : document) {
                counts[piece]++;
            }
        }
        double[] scales = new double[vocabulary];
        for (int piece = 0; piece < vocabulary; piece++) {
            scales[piece] = SMOOTHING / (SMOOTHING + (double) counts[piece] / Math.max(1, total));
        }
        return scales;
    }
}
