package dev.embeam.learn;

/** Learns classes from labelled vectors. Implementations are immutable and deterministic. */
public interface Classifier {
    /** The name as JMTEB writes it: {@code logreg}, {@code knn_cosine_k_2}. */
    String name();

    /**
     * Learns.
     *
     * @param vectors {@code float[labels.length * dim]} in row-major order, all finite
     * @param labels class of each vector, 0 or above; two different ones at least
     */
    Fitted fit(float[] vectors, int dim, int[] labels);

    /** What was learnt. */
    interface Fitted {
        /** The class of each of {@code rows} vectors. */
        int[] predict(float[] vectors, int rows);

        /** Whether learning came to its own end; false if a limit of iterations cut it short, which deserves a warning. */
        default boolean converged() {
            return true;
        }
    }
}
