package dev.embeam.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products in tiles that stay in registers, equal to {@link ScalarProducts} bit by bit. Stateless.
 *
 * <p>Queries lie in the lanes: a tile is two vectors of queries by eight rows (32 registers of 512 bits: sixteen
 * accumulators) or by four (16 registers of 256 bits: eight), just enough sums that do not wait for each other to keep two
 * multipliers busy. Each column loads the queries once for all rows, and each number of a row once for all its queries.
 */
final class SimdProducts implements ProductOps {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int PANEL = QueryPanels.WIDTH;
    private static final int TILE_LANES = 2 * LANES;
    private static final boolean MANY_REGISTERS = FLOATS.vectorBitSize() >= 512;

    @Override
    public void addProducts(
            float[] rows, int at, int count, int dim, int from, int to, float[] panel, float[] products) {
        for (int lane = 0; lane < PANEL; lane += TILE_LANES) {
            int row = 0;
            if (MANY_REGISTERS) {
                for (; row + 8 <= count; row += 8) {
                    eightRows(rows, at + row * dim, dim, from, to, panel, lane, products, row * PANEL + lane);
                }
            }
            for (; row + 4 <= count; row += 4) {
                fourRows(rows, at + row * dim, dim, from, to, panel, lane, products, row * PANEL + lane);
            }
            for (; row < count; row++) {
                oneRow(rows, at + row * dim, from, to, panel, lane, products, row * PANEL + lane);
            }
        }
    }

    @Override
    public int selectScaled(
            float[] products, int count, float[] rowFactors, float[] queryFactors, float[] limits, int[] selected) {
        int found = 0;
        for (int row = 0; row < count; row++) {
            FloatVector factor = FloatVector.broadcast(FLOATS, rowFactors[row]);
            for (int lane = 0; lane < PANEL; lane += LANES) {
                FloatVector value =
                        lanes(products, row * PANEL + lane).mul(factor).mul(lanes(queryFactors, lane));
                if (value.compare(VectorOperators.GE, lanes(limits, lane)).anyTrue()) {
                    // Rare: once the lists are full, few documents get into any of them.
                    found = ScalarProducts.selectScaled(
                            products, row, rowFactors[row], queryFactors, limits, selected, found);
                    break;
                }
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
            FloatVector slope = FloatVector.broadcast(FLOATS, rowSlopes[row]);
            for (int lane = 0; lane < PANEL; lane += LANES) {
                FloatVector value = slope.fma(lanes(querySlopes, lane), lanes(products, row * PANEL + lane))
                        .add(rowShifts[row]);
                if (value.compare(VectorOperators.GE, lanes(limits, lane)).anyTrue()) {
                    found = ScalarProducts.selectShifted(
                            products, row, rowSlopes[row], rowShifts[row], querySlopes, limits, selected, found);
                    break;
                }
            }
        }
        return found;
    }

    private static FloatVector lanes(float[] values, int at) {
        return FloatVector.fromArray(FLOATS, values, at);
    }

    private static void eightRows(
            float[] rows, int at, int dim, int from, int to, float[] panel, int lane, float[] products, int out) {
        int at1 = at + dim;
        int at2 = at1 + dim;
        int at3 = at2 + dim;
        int at4 = at3 + dim;
        int at5 = at4 + dim;
        int at6 = at5 + dim;
        int at7 = at6 + dim;
        FloatVector a0 = lanes(products, out);
        FloatVector b0 = lanes(products, out + LANES);
        FloatVector a1 = lanes(products, out + PANEL);
        FloatVector b1 = lanes(products, out + PANEL + LANES);
        FloatVector a2 = lanes(products, out + 2 * PANEL);
        FloatVector b2 = lanes(products, out + 2 * PANEL + LANES);
        FloatVector a3 = lanes(products, out + 3 * PANEL);
        FloatVector b3 = lanes(products, out + 3 * PANEL + LANES);
        FloatVector a4 = lanes(products, out + 4 * PANEL);
        FloatVector b4 = lanes(products, out + 4 * PANEL + LANES);
        FloatVector a5 = lanes(products, out + 5 * PANEL);
        FloatVector b5 = lanes(products, out + 5 * PANEL + LANES);
        FloatVector a6 = lanes(products, out + 6 * PANEL);
        FloatVector b6 = lanes(products, out + 6 * PANEL + LANES);
        FloatVector a7 = lanes(products, out + 7 * PANEL);
        FloatVector b7 = lanes(products, out + 7 * PANEL + LANES);
        for (int column = from; column < to; column++) {
            FloatVector a = lanes(panel, column * PANEL + lane);
            FloatVector b = lanes(panel, column * PANEL + lane + LANES);
            FloatVector x = FloatVector.broadcast(FLOATS, rows[at + column]);
            a0 = a.fma(x, a0);
            b0 = b.fma(x, b0);
            x = FloatVector.broadcast(FLOATS, rows[at1 + column]);
            a1 = a.fma(x, a1);
            b1 = b.fma(x, b1);
            x = FloatVector.broadcast(FLOATS, rows[at2 + column]);
            a2 = a.fma(x, a2);
            b2 = b.fma(x, b2);
            x = FloatVector.broadcast(FLOATS, rows[at3 + column]);
            a3 = a.fma(x, a3);
            b3 = b.fma(x, b3);
            x = FloatVector.broadcast(FLOATS, rows[at4 + column]);
            a4 = a.fma(x, a4);
            b4 = b.fma(x, b4);
            x = FloatVector.broadcast(FLOATS, rows[at5 + column]);
            a5 = a.fma(x, a5);
            b5 = b.fma(x, b5);
            x = FloatVector.broadcast(FLOATS, rows[at6 + column]);
            a6 = a.fma(x, a6);
            b6 = b.fma(x, b6);
            x = FloatVector.broadcast(FLOATS, rows[at7 + column]);
            a7 = a.fma(x, a7);
            b7 = b.fma(x, b7);
        }
        a0.intoArray(products, out);
        b0.intoArray(products, out + LANES);
        a1.intoArray(products, out + PANEL);
        b1.intoArray(products, out + PANEL + LANES);
        a2.intoArray(products, out + 2 * PANEL);
        b2.intoArray(products, out + 2 * PANEL + LANES);
        a3.intoArray(products, out + 3 * PANEL);
        b3.intoArray(products, out + 3 * PANEL + LANES);
        a4.intoArray(products, out + 4 * PANEL);
        b4.intoArray(products, out + 4 * PANEL + LANES);
        a5.intoArray(products, out + 5 * PANEL);
        b5.intoArray(products, out + 5 * PANEL + LANES);
        a6.intoArray(products, out + 6 * PANEL);
        b6.intoArray(products, out + 6 * PANEL + LANES);
        a7.intoArray(products, out + 7 * PANEL);
        b7.intoArray(products, out + 7 * PANEL + LANES);
    }

    private static void fourRows(
            float[] rows, int at, int dim, int from, int to, float[] panel, int lane, float[] products, int out) {
        int at1 = at + dim;
        int at2 = at1 + dim;
        int at3 = at2 + dim;
        FloatVector a0 = lanes(products, out);
        FloatVector b0 = lanes(products, out + LANES);
        FloatVector a1 = lanes(products, out + PANEL);
        FloatVector b1 = lanes(products, out + PANEL + LANES);
        FloatVector a2 = lanes(products, out + 2 * PANEL);
        FloatVector b2 = lanes(products, out + 2 * PANEL + LANES);
        FloatVector a3 = lanes(products, out + 3 * PANEL);
        FloatVector b3 = lanes(products, out + 3 * PANEL + LANES);
        for (int column = from; column < to; column++) {
            FloatVector a = lanes(panel, column * PANEL + lane);
            FloatVector b = lanes(panel, column * PANEL + lane + LANES);
            FloatVector x = FloatVector.broadcast(FLOATS, rows[at + column]);
            a0 = a.fma(x, a0);
            b0 = b.fma(x, b0);
            x = FloatVector.broadcast(FLOATS, rows[at1 + column]);
            a1 = a.fma(x, a1);
            b1 = b.fma(x, b1);
            x = FloatVector.broadcast(FLOATS, rows[at2 + column]);
            a2 = a.fma(x, a2);
            b2 = b.fma(x, b2);
            x = FloatVector.broadcast(FLOATS, rows[at3 + column]);
            a3 = a.fma(x, a3);
            b3 = b.fma(x, b3);
        }
        a0.intoArray(products, out);
        b0.intoArray(products, out + LANES);
        a1.intoArray(products, out + PANEL);
        b1.intoArray(products, out + PANEL + LANES);
        a2.intoArray(products, out + 2 * PANEL);
        b2.intoArray(products, out + 2 * PANEL + LANES);
        a3.intoArray(products, out + 3 * PANEL);
        b3.intoArray(products, out + 3 * PANEL + LANES);
    }

    private static void oneRow(
            float[] rows, int at, int from, int to, float[] panel, int lane, float[] products, int out) {
        FloatVector a0 = lanes(products, out);
        FloatVector b0 = lanes(products, out + LANES);
        for (int column = from; column < to; column++) {
            FloatVector x = FloatVector.broadcast(FLOATS, rows[at + column]);
            a0 = lanes(panel, column * PANEL + lane).fma(x, a0);
            b0 = lanes(panel, column * PANEL + lane + LANES).fma(x, b0);
        }
        a0.intoArray(products, out);
        b0.intoArray(products, out + LANES);
    }
}
