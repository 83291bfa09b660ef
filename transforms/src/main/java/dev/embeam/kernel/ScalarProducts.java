package dev.embeam.kernel;

/** Plain loops, written to be read: the specification that every other implementation equals bit by bit. Stateless. */
final class ScalarProducts implements ProductOps {
    private static final int PANEL = QueryPanels.WIDTH;

    @Override
    public void addProducts(
            float[] rows, int at, int count, int dim, int from, int to, float[] panel, float[] products) {
        for (int row = 0; row < count; row++) {
            for (int column = from; column < to; column++) {
                float number = rows[at + row * dim + column];
                for (int lane = 0; lane < PANEL; lane++) {
                    int i = row * PANEL + lane;
                    products[i] = Math.fma(number, panel[column * PANEL + lane], products[i]);
                }
            }
        }
    }

    @Override
    public int selectScaled(
            float[] products, int count, float[] rowFactors, float[] queryFactors, float[] limits, int[] selected) {
        int found = 0;
        for (int row = 0; row < count; row++) {
            found = selectScaled(products, row, rowFactors[row], queryFactors, limits, selected, found);
        }
        return found;
    }

    /** The same for one row, appended to what was found before. */
    static int selectScaled(
            float[] products,
            int row,
            float rowFactor,
            float[] queryFactors,
            float[] limits,
            int[] selected,
            int foundBefore) {
        int found = foundBefore;
        for (int lane = 0; lane < PANEL; lane++) {
            int i = row * PANEL + lane;
            if (products[i] * rowFactor * queryFactors[lane] >= limits[lane]) {
                selected[found++] = i;
            }
        }
        return found;
    }

    @Override
    public int selectShifted(
            float[] products,
            int count,
            float[] rowSlopes,
            float[] rowShifts,
            float[] querySlopes,
            float[] limits,
            int[] selected) {
        int found = 0;
        for (int row = 0; row < count; row++) {
            found = selectShifted(products, row, rowSlopes[row], rowShifts[row], querySlopes, limits, selected, found);
        }
        return found;
    }

    /** The same for one row, appended to what was found before. */
    static int selectShifted(
            float[] products,
            int row,
            float rowSlope,
            float rowShift,
            float[] querySlopes,
            float[] limits,
            int[] selected,
            int foundBefore) {
        int found = foundBefore;
        for (int lane = 0; lane < PANEL; lane++) {
            int i = row * PANEL + lane;
            if (Math.fma(rowSlope, querySlopes[lane], products[i]) + rowShift >= limits[lane]) {
                selected[found++] = i;
            }
        }
        return found;
    }
}
