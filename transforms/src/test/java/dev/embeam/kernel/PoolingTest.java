package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private static final FloatTable TABLE = FloatTable.of(new float[] {1, 2, 3, 4, 5, 7}, 2);

    @Test
    void meanIsTheSumDividedByTheCount() {
        float[] out = {9, 9, 9, 9, 9, 9};
        Pooling.mean(TABLE, new int[] {0, 1, 2, 2}, new int[] {0, 3, 3, 4}, out);
        assertThat(out).containsExactly(3f, 13f / 3, 0f, 0f, 5f, 7f);
    }

    @Test
    void weightedMeanDividesByTheCountNotByTheWeights() {
        float[] out = new float[2];
        Pooling.weightedMean(TABLE, new int[] {0, 2}, new double[] {0.5, 2}, new int[] {0, 2}, out);
        assertThat(out).containsExactly(5.25f, 7.5f);
    }

    @Test
    void precisionsOfOneTableAgreeOnWholeNumbers() {
        SplittableRandom random = Seeds.random(0);
        byte[] bytes = new byte[50 * 24];
        random.nextBytes(bytes);
        float[] floats = new float[bytes.length];
        short[] halves = new short[bytes.length];
        for (int i = 0; i < halves.length; i++) {
            floats[i] = bytes[i];
            halves[i] = Float16.fromFloat(bytes[i]);
        }
        int[] ids = random.ints(200, 0, 50).toArray();
        int[] offsets = {0, 7, 90, 200};
        float[] expected = mean(FloatTable.of(floats, 24), ids, offsets);
        assertThat(mean(HalfTable.of(halves, 24), ids, offsets)).isEqualTo(expected);
        assertThat(mean(Int8Table.of(bytes, 24), ids, offsets)).isEqualTo(expected);
    }

    @Test
    void idsOutsideTheTableAreRefusedByNumber() {
        for (int id : new int[] {3, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> Pooling.mean(TABLE, new int[] {0, id}, new int[] {0, 2}, new float[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("id " + id)
                    .hasMessageContaining("3 rows");
        }
    }

    @Test
    void arraysThatDoNotFitAreRefusedByBothNumbers() {
        int[] ids = {0, 1};
        assertThatThrownBy(() -> Pooling.mean(TABLE, ids, new int[] {0, 3}, new float[2]))
                .hasMessageContaining("3")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> Pooling.mean(TABLE, ids, new int[] {0, 1, 2}, new float[3]))
                .hasMessageContaining("2 vectors of 2 columns")
                .hasMessageContaining("3 numbers");
        assertThatThrownBy(() -> Pooling.mean(TABLE, ids, new int[] {0, 2, 1}, new float[4]))
                .hasMessageContaining("below");
        assertThatThrownBy(() -> Pooling.weightedMean(TABLE, ids, new double[1], new int[] {0, 2}, new float[2]))
                .hasMessageContaining("2 ids")
                .hasMessageContaining("1 weights");
    }

    @Test
    void normalisingGivesLengthOneAndLeavesZeroAlone() {
        float[] values = {3, 4, 0, 0};
        VectorKernels.normalize(values, 0, 2);
        VectorKernels.normalize(values, 2, 2);
        assertThat(values).containsExactly(0.6f, 0.8f, 0f, 0f);
    }

    @Test
    void stretchThatLeavesItsArrayIsRefused() {
        assertThatThrownBy(() -> VectorKernels.scale(new float[3], 2, 2, 1f))
                .hasMessage("2 numbers from 2 do not fit in an array of 3 numbers");
    }

    @Test
    void hugeTablesAreCutIntoBlocksBelowTheLimitOfAnArray() {
        BlockLayout layout = BlockLayout.of(3_000_000, 1000);
        assertThat(layout.blocks()).isEqualTo(23);
        assertThat((long) layout.rowsOf(0) * layout.dim()).isLessThanOrEqualTo(1 << 27);
        assertThat(layout.firstRow(layout.block(2_999_999)) * 1L + layout.start(2_999_999) / 1000)
                .isEqualTo(2_999_999);
    }

    private static float[] mean(EmbeddingTable table, int[] ids, int[] offsets) {
        float[] out = new float[(offsets.length - 1) * table.dim()];
        Pooling.mean(table, ids, offsets, out);
        return out;
    }
}
