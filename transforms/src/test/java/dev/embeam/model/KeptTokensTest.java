package dev.embeam.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class KeptTokensTest {
    private static final TokenBatch BATCH = new TokenBatch(
            DocumentKeys.ofIds("a", "b", "c", "d"),
            new int[] {9, 1, 2, 9, 9, 3, 4, 5},
            new int[] {0, 3, 5, 5, 8},
            BitSet.valueOf(new long[] {1}),
            EncodingCounts.NONE);

    @Test
    void everythingIsKeptWithoutRules() {
        KeptTokens kept = KeptTokens.of(BATCH, -1, 0);
        assertThat(kept.ids()).isSameAs(BATCH.ids());
        assertThat(kept.emptyTexts()).isEqualTo(1);
    }

    @Test
    void unknownTokensGoBeforeTheCut() {
        KeptTokens kept = KeptTokens.of(BATCH, 9, 2);
        assertThat(Arrays.copyOf(kept.ids(), kept.size())).containsExactly(1, 2, 3, 4);
        assertThat(kept.offsets()).containsExactly(0, 2, 2, 2, 4);
        assertThat(kept.emptyTexts()).isEqualTo(2);
    }

    @Test
    void textCutTwiceCountsOnce() {
        assertThat(KeptTokens.of(BATCH, -1, 2).truncated().cardinality()).isEqualTo(2);
        assertThat(BATCH.truncated().cardinality()).isEqualTo(1);
    }

    @Test
    void trailingUnknownTokensDoNotMakeACut() {
        TokenBatch batch = new TokenBatch(
                DocumentKeys.ofIds("a"), new int[] {1, 2, 9, 9}, new int[] {0, 4}, new BitSet(), EncodingCounts.NONE);
        assertThat(KeptTokens.of(batch, 9, 2).truncated().isEmpty()).isTrue();
    }

    @Test
    void textsAreCutByCodePoints() {
        char[] chars = "xa\uD83D\uDE00b\uD83Dc".toCharArray();
        assertThat(new TextLimit(0).end(chars, 1, chars.length)).isEqualTo(1);
        assertThat(new TextLimit(2).end(chars, 1, chars.length)).isEqualTo(4);
        assertThat(new TextLimit(4).end(chars, 1, chars.length)).isEqualTo(6);
        assertThat(new TextLimit(5).end(chars, 1, chars.length)).isEqualTo(7);
        assertThat(TextLimit.NONE.end(chars, 1, chars.length)).isEqualTo(7);
    }

    @Test
    void medianLengthDropsItsFraction() {
        assertThat(MedianLength.of(new int[] {5, 1, 2})).isEqualTo(2);
        assertThat(MedianLength.of(new int[] {5, 1, 2, 3})).isEqualTo(2);
        assertThat(MedianLength.of(new int[0])).isZero();
    }
}
