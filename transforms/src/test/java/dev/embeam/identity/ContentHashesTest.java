package dev.embeam.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.TextColumn;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentHashesTest {
    @Test
    void exactlyTheHashesThatWereAddedAreFound() {
        for (int round = 0; round < 20; round++) {
            SplittableRandom random = Seeds.random(round);
            int size = random.nextInt(5_000);
            long[] added = random.longs(2L * size).toArray();
            ContentHashes hashes = new ContentHashes(size);
            for (int i = 0; i < size; i++) {
                // Few high numbers: many hashes want the same slot, the last one of the table included.
                added[2 * i] = i % 3 == 0 ? -1 : added[2 * i] & 7L << 60;
                hashes.add(added[2 * i], added[2 * i + 1]);
            }
            for (int i = 0; i < size; i++) {
                assertThat(hashes.contains(added[2 * i], added[2 * i + 1]))
                        .as(Seeds.describe(round))
                        .isTrue();
                assertThat(hashes.contains(added[2 * i], ~added[2 * i + 1])).isFalse();
                assertThat(hashes.contains(~added[2 * i] | 1, added[2 * i + 1])).isFalse();
            }
        }
    }

    @Test
    void digitsThatWereWrittenAreReadBack() {
        SplittableRandom random = Seeds.random(0);
        ContentHashes hashes = new ContentHashes(100);
        char[] digits = new char[32];
        for (int i = 0; i < 100; i++) {
            long high = random.nextLong();
            long low = random.nextLong();
            ContentHashes.write(high, low, digits);
            assertThat(new String(digits)).isEqualTo(String.format("%016x%016x", high, low));
            hashes.add(TextColumn.of("other", new String(digits)), 1);
            assertThat(hashes.contains(high, low)).isTrue();
        }
        assertThatThrownBy(() -> hashes.add(TextColumn.of("abc"), 0)).hasMessageContaining("\"abc\"");
    }

    @Test
    void anEmptySetHoldsNothing() {
        assertThat(new ContentHashes(0).contains(1, 2)).isFalse();
        assertThat(new ContentHashes(0).contains(0, 0)).isFalse();
    }
}
