package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashCountsTest {
    @Test
    void countsAsAMapDoesAlsoAfterItWasCleared() {
        HashCounts counts = new HashCounts();
        for (int testCase = 0; testCase < 200; testCase++) {
            SplittableRandom random = Seeds.random(testCase);
            Map<Long, Integer> expected = new LinkedHashMap<>();
            counts.clear();
            for (int i = random.nextInt(500); i > 0; i--) {
                // Few different low bits, so that many hashes want the same slot.
                long hash = ((long) random.nextInt(30) << 32) + random.nextInt(4);
                counts.add(hash);
                expected.merge(hash, 1, Integer::sum);
            }
            assertThat(counts.hashes())
                    .as(Seeds.describe(testCase))
                    .containsExactly(expected.keySet().toArray(Long[]::new));
            expected.forEach((hash, count) -> assertThat(counts.get(hash)).isEqualTo(count));
            assertThat(counts.get(-1)).isZero();
        }
    }

    @Test
    void hashesOfTermsStayWhatTheyAre() {
        assertThat(TermHash.of("東京".toCharArray(), 0, 2)).isEqualTo(TermHash.of("x東京".toCharArray(), 1, 2));
        assertThat(TermHash.of("abc".toCharArray(), 0, 3)).isEqualTo(0x33ebaf9927cbc5bdL);
    }
}
