package dev.embeam.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.TextColumn;
import org.junit.jupiter.api.Test;

class HitCollectorTest {
    private static final TextColumn IDS = TextColumn.of("a", "b", "c", "d");

    @Test
    void thresholdIsThatOfTheLastHitOnceTheListIsFull() {
        HitCollector hits = new HitCollector(1, 2);
        hits.offer(0, 1, IDS, 0);
        assertThat(hits.threshold(0)).isEqualTo(Float.NEGATIVE_INFINITY);
        hits.offer(0, 3, IDS, 1);
        assertThat(hits.threshold(0)).isEqualTo(1);
        hits.offer(0, 2, IDS, 2);
        assertThat(hits.threshold(0)).isEqualTo(2);
    }

    @Test
    void equalScoresStandByTheirIdsDescendingAndTheRestIsCounted() {
        HitCollector hits = new HitCollector(1, 2);
        for (int row = 0; row < 4; row++) {
            hits.offer(0, 1, IDS, row);
        }
        RankingBlock block = hits.toBlock();
        assertThat(block.documents()).containsExactly("d", "c");
        assertThat(block.tied()).containsExactly(2);
    }

    @Test
    void tiesWithADocumentThatLeftAreForgotten() {
        HitCollector hits = new HitCollector(1, 1);
        hits.offer(0, 1, IDS, 0);
        hits.offer(0, 1, IDS, 1);
        hits.offer(0, 2, IDS, 2);
        assertThat(hits.toBlock().tied()).containsExactly(0);
    }

    @Test
    void repeatedIdKeepsItsHigherScore() {
        HitCollector hits = new HitCollector(1, 2);
        hits.offer(0, 1, IDS, 0);
        hits.offer(0, 3, IDS, 0);
        hits.offer(0, 2, IDS, 0);
        assertThat(hits.toBlock().documents()).containsExactly("a");
        assertThat(hits.toBlock().scores()).containsExactly(3);
        assertThat(hits.repeatedIds()).isEqualTo(2);
    }

    @Test
    void repeatedIdThatRisesFromTheEndRaisesTheThreshold() {
        HitCollector hits = new HitCollector(1, 2);
        hits.offer(0, 2, IDS, 0);
        hits.offer(0, 1, IDS, 1);
        hits.offer(0, 3, IDS, 1);
        assertThat(hits.toBlock().documents()).containsExactly("b", "a");
        assertThat(hits.threshold(0)).isEqualTo(2);
    }

    @Test
    void idsAreOrderedByTheirBytesInUtf8() {
        HitCollector hits = new HitCollector(1, 3);
        TextColumn ids = TextColumn.of("\uFF5E", "\uD83D\uDE00", "z");
        for (int row = 0; row < 3; row++) {
            hits.offer(0, 1, ids, row);
        }
        assertThat(hits.toBlock().documents()).containsExactly("\uD83D\uDE00", "\uFF5E", "z");
    }

    @Test
    void loneSurrogateStandsForTheReplacementCharacter() {
        HitCollector hits = new HitCollector(1, 3);
        hits.offer(0, 1, TextColumn.of("x\uD83D", "x\uFFFD"), 0);
        hits.offer(0, 1, "x\uFFFD");
        assertThat(hits.toBlock().documents()).containsExactly("x\uFFFD");
        assertThat(hits.repeatedIds()).isEqualTo(1);
    }

    @Test
    void negativeZeroTiesWithZero() {
        HitCollector hits = new HitCollector(1, 1);
        hits.offer(0, -0f, IDS, 1);
        hits.offer(0, 0f, IDS, 0);
        assertThat(hits.toBlock().documents()).containsExactly("b");
        assertThat(hits.toBlock().scores()).containsExactly(0f);
        assertThat(hits.toBlock().tied()).containsExactly(1);
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> new HitCollector(1, 1).offer(0, Float.NaN, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a\"");
    }

    @Test
    void depthOfNothingIsRefused() {
        assertThatThrownBy(() -> new HitCollector(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
