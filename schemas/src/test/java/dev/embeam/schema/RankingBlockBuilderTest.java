package dev.embeam.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingBlockBuilderTest {
    @Test
    void hitsAreOrderedByScoreThenByTheBytesOfTheId() {
        List<String> ids = List.of("d1", "d10", "d9", "", "\uFF21", "\uD842\uDFB7", "é", "d1\uD842\uDFB7", "d1\uFF21");
        RankingBlock block = new RankingBlockBuilder()
                .add(ids.stream().map(id -> new ScoredDocument(id, 1)).toList())
                .build();
        assertThat(block.documents())
                .containsExactlyElementsOf(ids.stream()
                        .sorted((a, b) -> Arrays.compareUnsigned(
                                b.getBytes(StandardCharsets.UTF_8), a.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    @Test
    void tiesThatDoNotFitAreCounted() {
        RankingBlock block = new RankingBlockBuilder()
                .add(
                        List.of(
                                new ScoredDocument("a", 1),
                                new ScoredDocument("b", 0f),
                                new ScoredDocument("c", -0f),
                                new ScoredDocument("d", -1)),
                        2)
                .add(List.of())
                .build();
        assertThat(block)
                .isEqualTo(new RankingBlock(
                        new int[] {0, 2, 2}, List.of("a", "c"), new float[] {1, -0f}, new int[] {1, 0}));
    }
}
