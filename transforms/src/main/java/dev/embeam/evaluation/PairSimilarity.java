package dev.embeam.evaluation;

/**
 * How alike or how far apart two vectors are. Sums are taken in double precision in the order of the columns, and results
 * rounded to float, so that pairs that are equal but for rounding have equal scores.
 */
enum PairSimilarity {
    /** Inner product over both norms; 0 with a zero vector. */
    COSINE {
        @Override
        double exact(float[] values, int a, int b, int dim) {
            double norms =
                    Math.max(SMALLEST_NORM, norm(values, a, dim)) * Math.max(SMALLEST_NORM, norm(values, b, dim));
            return DOT.exact(values, a, b, dim) / norms;
        }
    },
    /**
     * The cosine as one minus half the squared distance of the vectors brought to length one: the same but for zero vectors,
     * which are 0.5 with any other and 1 with each other.
     */
    COSINE_BY_DISTANCE {
        @Override
        double exact(float[] values, int a, int b, int dim) {
            double normA = norm(values, a, dim);
            double normB = norm(values, b, dim);
            return normA > 0 && normB > 0 ? COSINE.exact(values, a, b, dim) : normA > 0 || normB > 0 ? 0.5 : 1;
        }
    },
    /** Inner product. */
    DOT {
        @Override
        double exact(float[] values, int a, int b, int dim) {
            double sum = 0;
            for (int i = 0; i < dim; i++) {
                sum += (double) values[a + i] * values[b + i];
            }
            return sum;
        }
    },
    /** Sum of the absolute differences. */
    MANHATTAN {
        @Override
        double exact(float[] values, int a, int b, int dim) {
            double sum = 0;
            for (int i = 0; i < dim; i++) {
                sum += Math.abs((double) values[a + i] - values[b + i]);
            }
            return sum;
        }
    },
    /** Root of the sum of the squared differences. */
    EUCLIDEAN {
        @Override
        double exact(float[] values, int a, int b, int dim) {
            double sum = 0;
            for (int i = 0; i < dim; i++) {
                double difference = (double) values[a + i] - values[b + i];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }
    };

    private static final double SMALLEST_NORM = 1e-12;

    /** Of the two vectors of {@code dim} columns that begin at {@code a} and {@code b}. */
    abstract double exact(float[] values, int a, int b, int dim);

    /** Of every row of the first half of the vectors with its partner in the second half. */
    double[] ofHalves(TextVectors vectors) {
        int rows = vectors.rows() / 2;
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] =
                    (float) exact(vectors.values(), row * vectors.dim(), (rows + row) * vectors.dim(), vectors.dim());
        }
        return scores;
    }

    private static double norm(float[] values, int at, int dim) {
        return Math.sqrt(DOT.exact(values, at, at, dim));
    }
}
