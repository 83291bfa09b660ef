package dev.embeam.compress;

/** Up to 256 centroids of one part, a column after another, so that distances to all of them are computed side by side. */
final class Centroids {
    private final int width;
    private final int size;
    private final float[][] columns;
    private final float[] halfSquares;

    Centroids(int width, int size) {
        this.width = width;
        this.size = size;
        columns = new float[width][size];
        halfSquares = new float[size];
    }

    int size() {
        return size;
    }

    int width() {
        return width;
    }

    /** Moves a centroid to a point; {@link #settle} afterwards. */
    void set(int k, float[] points, int at) {
        for (int j = 0; j < width; j++) {
            columns[j][k] = points[at + j];
        }
    }

    /** Moves a centroid to {@code sums} divided by {@code mass}; {@link #settle} afterwards. */
    void setMean(int k, double[] sums, double mass) {
        for (int j = 0; j < width; j++) {
            columns[j][k] = (float) (sums[k * width + j] / mass);
        }
    }

    /** To be called after centroids have moved. */
    void settle() {
        for (int k = 0; k < size; k++) {
            float sum = 0;
            for (float[] column : columns) {
                sum += column[k] * column[k];
            }
            halfSquares[k] = sum / 2;
        }
    }

    /** The nearest centroid to a point, the first of several. */
    int nearest(float[] points, int at, float[] distances) {
        System.arraycopy(halfSquares, 0, distances, 0, size);
        for (int j = 0; j < width; j++) {
            float[] column = columns[j];
            float x = points[at + j];
            for (int k = 0; k < size; k++) {
                distances[k] -= x * column[k];
            }
        }
        return smallest(distances, size);
    }

    private static int smallest(float[] distances, int size) {
        int best = 0;
        float least = distances[0];
        for (int k = 1; k < size; k++) {
            if (distances[k] < least) {
                least = distances[k];
                best = k;
            }
        }
        return best;
    }

    float squaredDistance(int k, float[] points, int at) {
        float sum = 0;
        for (int j = 0; j < width; j++) {
            float difference = points[at + j] - columns[j][k];
            sum += difference * difference;
        }
        return sum;
    }

    /** One number of a centroid. */
    float get(int k, int column) {
        return columns[column][k];
    }
}
