package dev.embeam.kernel;

/**
 * Vectors packed for {@link ProductKernels}: panels of {@value #WIDTH} queries, column by column, so that a column's numbers
 * of all queries of a panel lie side by side. The last panel is filled up with zeros. Immutable and shared between threads.
 */
public final class QueryPanels {
    /** Queries of a panel. */
    public static final int WIDTH = 32;

    private final int queries;
    private final int dim;
    private final float[][] panels;

    private QueryPanels(int queries, int dim, float[][] panels) {
        this.queries = queries;
        this.dim = dim;
        this.panels = panels;
    }

    /**
     * Packs vectors, which are copied.
     *
     * @param vectors {@code float[queries * dim]}, row-major
     */
    public static QueryPanels of(float[] vectors, int dim) {
        if (dim < 1 || vectors.length % dim != 0) {
            throw new IllegalArgumentException(vectors.length + " numbers are no rows of " + dim + " columns");
        }
        int queries = vectors.length / dim;
        float[][] panels = new float[(queries + WIDTH - 1) / WIDTH][Math.multiplyExact(dim, WIDTH)];
        for (int query = 0; query < queries; query++) {
            float[] panel = panels[query / WIDTH];
            for (int column = 0; column < dim; column++) {
                panel[column * WIDTH + query % WIDTH] = vectors[query * dim + column];
            }
        }
        return new QueryPanels(queries, dim, panels);
    }

    /** Number of queries. */
    public int queries() {
        return queries;
    }

    /** Columns. */
    public int dim() {
        return dim;
    }

    /** Number of panels. */
    public int panels() {
        return panels.length;
    }

    float[] panel(int panel) {
        return panels[panel];
    }
}
