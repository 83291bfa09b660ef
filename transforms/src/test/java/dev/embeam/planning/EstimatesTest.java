package dev.embeam.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.collection.CollectionFile;
import dev.embeam.collection.FilePart;
import dev.embeam.collection.InputCompression;
import dev.embeam.collection.InputFormat;
import dev.embeam.schema.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    private static final long MIB = 1L << 20;

    private static FilePart part(long bytes, boolean cuts) {
        InputCompression compression = cuts ? InputCompression.NONE : InputCompression.GZIP;
        return FilePart.whole(new CollectionFile("f", bytes, InputFormat.JSON_LINES, compression, "id", "f"));
    }

    @Test
    void theIntervalHoldsTheTruthAboutNineteenTimesOfTwenty() {
        int held = 0;
        int trials = 1_000;
        for (int seed = 0; seed < trials; seed++) {
            Random random = new Random(seed);
            List<PieceCount> pieces = new ArrayList<>();
            for (int i = 0; i < Sampling.STRATA; i++) {
                pieces.add(new PieceCount(1_000, 0.01 * (1 + 0.2 * random.nextGaussian()), 100, 700, 0));
            }
            CollectionEstimate estimate = CollectionEstimate.of(pieces, false);
            held += Math.abs(estimate.documents() - 320) <= estimate.documentsSpread() ? 1 : 0;
            assertThat(estimate.tokens()).isCloseTo(7 * estimate.documents(), Offset.offset(1e-6));
        }
        assertThat(held).as("seeds 0 to 999").isBetween(900, 985);
        assertThat(CollectionEstimate.of(List.of(new PieceCount(9, 1, 9, 9, 1)), true))
                .isEqualTo(new CollectionEstimate(9, 0, 9, 0, 1));
    }

    @Test
    void bytesFollowFromDocumentsAndFiles() {
        FileSize size = new FileSize(1_000, 100.5);
        assertThat(size.bytes(10, 3)).isEqualTo(4_005);
        assertThat(size.files(10, 4, MIB)).isEqualTo(4);
        assertThat(size.files(1e6, 4, 10_000_000)).isEqualTo(12);
    }

    @Test
    void memoryGrowsWithModelSlotsAndParallelism() {
        MemoryEstimate small = MemoryEstimate.of(32 * MIB, 256, 1e6, 32 * MIB, 2, 2);
        assertThat(small.heap()).isBetween(448 * MIB, 640 * MIB);
        assertThat(small.network()).isGreaterThanOrEqualTo(320 * MIB);
        assertThat(small.taskManager())
                .isGreaterThan(small.taskHeap() + small.managed() + small.network())
                .isLessThan(2_048 * MIB);
        assertThat(MemoryEstimate.of(1_000 * MIB, 256, 1e6, 32 * MIB, 2, 2).heap() - small.heap())
                .isGreaterThan(968 * MIB);
        assertThat(MemoryEstimate.of(32 * MIB, 256, 1e6, 32 * MIB, 8, 8).taskManager())
                .isGreaterThan(2 * small.taskManager());
        assertThat(MemoryEstimate.of(32 * MIB, 256, 1e6, 32 * MIB, 2, 200).network())
                .isGreaterThan(small.network() + 300 * MIB);
    }

    @Test
    void oneFileThatCannotBeCutBoundsTheTime() {
        StepTimes times = new StepTimes(1_000, 1_000_000, 2_000_000, 3_000_000, 4_000_000);
        SampleMeasurement sample = new SampleMeasurement(
                new CollectionEstimate(100_000_000, 0, 1, 0, 0),
                Map.of(Precision.FLOAT32, new FileSize(1, 1)),
                times,
                times,
                0,
                false);
        double one = TimeEstimate.of(sample, 1, 0, 1).leastSeconds();
        assertThat(one).isBetween(1_000.0, 1_010.0);
        assertThat(TimeEstimate.of(sample, 10, 0, 1).leastSeconds()).isBetween(100.0, 110.0);
        assertThat(TimeEstimate.of(sample, 1_000, 1, 1).leastSeconds()).isBetween(100.0, 110.0);
        assertThat(TimeEstimate.of(sample, 1, 0, 2).leastSeconds()).isBetween(1_400.0, 1_410.0);
        assertThat(TimeEstimate.of(sample, 1, 0, 1).mostSeconds()).isGreaterThan(2 * one - 8);
    }

    @Test
    void aSmallCollectionDoesNotOccupyManyWorkers() {
        assertThat(Workers.of(List.of(part(MIB / 2, true)), 8)).isEqualTo(new Workers(1, 0));
        assertThat(Workers.of(List.of(part(3 * MIB, false)), 8)).isEqualTo(new Workers(3, 1));
        assertThat(Workers.of(List.of(part(30 * MIB, false), part(10 * MIB, true)), 8))
                .isEqualTo(new Workers(8, 0.75));
        assertThat(Workers.of(List.of(), 8)).isEqualTo(new Workers(1, 0));
    }
}
