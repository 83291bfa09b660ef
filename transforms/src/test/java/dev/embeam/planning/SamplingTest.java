package dev.embeam.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.collection.CollectionFile;
import dev.embeam.collection.FilePart;
import dev.embeam.collection.InputCompression;
import dev.embeam.collection.InputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static FilePart part(String name, long bytes, boolean cuts) {
        InputCompression compression = cuts ? InputCompression.NONE : InputCompression.GZIP;
        return FilePart.whole(new CollectionFile(name, bytes, InputFormat.JSON_LINES, compression, "id", name));
    }

    private static long total(List<FilePart> parts) {
        return parts.stream().mapToLong(FilePart::bytes).sum();
    }

    @Test
    void aSmallCollectionIsReadAsAWhole() {
        List<FilePart> parts = List.of(part("a", 10, true), part("b", 0, true), part("c", 20, false));
        assertThat(Sampling.choose(parts, 30, 1)).allSatisfy(piece -> {
            assertThat(piece.readBytes()).isEqualTo(piece.part().bytes());
            assertThat(piece.standsForBytes()).isEqualTo(piece.part().bytes());
        });
        assertThat(Sampling.choose(List.of(), 1, 1)).isEmpty();
    }

    @Test
    void piecesStayInsideTheirFilesAndTheBudgetAndStandForAllBytes() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<FilePart> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(100); i++) {
                parts.add(part("f" + i, random.nextInt(1_000_000), random.nextBoolean()));
            }
            long budget = 1L + random.nextInt(1_000_000);
            List<SamplePiece> pieces = Sampling.choose(parts, budget, seed);
            assertThat(pieces.stream().mapToLong(SamplePiece::readBytes).sum())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Math.max(Sampling.STRATA, budget));
            assertThat(pieces.stream().mapToDouble(SamplePiece::standsForBytes).sum())
                    .as("seed %d", seed)
                    .isCloseTo(total(parts), Offset.offset(1.0));
            assertThat(pieces).as("seed %d", seed).allSatisfy(piece -> {
                assertThat(piece.readBytes()).isLessThanOrEqualTo(piece.part().bytes());
                assertThat(piece.part().to())
                        .isLessThanOrEqualTo(piece.part().file().bytes());
            });
        }
    }

    @Test
    void filesThatCanBeCutAreReadAtStartMiddleAndEnd() {
        List<SamplePiece> pieces = Sampling.choose(List.of(part("a", 32_000_000, true)), 320_000, 7);
        assertThat(pieces).hasSize(Sampling.STRATA);
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(pieces.get(i).part().from()).isBetween(1_000_000L * i - 10_000, 1_000_000L * (i + 1L));
        }
        assertThat(pieces).noneMatch(SamplePiece::isStartOnly);
        assertThat(Sampling.choose(List.of(part("a", 32_000_000, true)), 320_000, 7))
                .isEqualTo(pieces);
        assertThat(Sampling.choose(List.of(part("a", 32_000_000, true)), 320_000, 8))
                .isNotEqualTo(pieces);
    }

    @Test
    void aFileThatCannotBeCutIsReadOnceFromItsStart() {
        FilePart file = part("a", 1_000_000, false);
        assertThat(Sampling.choose(List.of(file), 64_000, 7))
                .containsExactly(new SamplePiece(file, 64_000, 1_000_000))
                .allMatch(SamplePiece::isStartOnly);
    }
}
