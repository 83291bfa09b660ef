package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestSegmentationTest {
    @Test
    void sumIsTheGreatestOfAllCuts() {
        for (int test = 0; test < 300; test++) {
            SplittableRandom random = Seeds.random(test);
            Map<String, Double> scores = randomScores(random);
            String word = randomWord(random, 1 + random.nextInt(10));
            double sum = new BestSegmentation(scores)
                    .of(word).stream().mapToDouble(scores::get).sum();
            assertThat(sum).as(Seeds.describe(test)).isEqualTo(bestSum(word, scores));
        }
    }

    @Test
    void piecesJoinedAreTheWord() {
        SplittableRandom random = Seeds.random(1);
        String word = randomWord(random, 30);
        assertThat(String.join("", new BestSegmentation(randomScores(random)).of(word)))
                .isEqualTo(word);
    }

    @Test
    void emptyWordHasNoPieces() {
        assertThat(new BestSegmentation(Map.of("a", -1.0)).of("")).isEmpty();
    }

    @Test
    void characterOutsideTheVocabularyIsNamed() {
        assertThatThrownBy(() -> new BestSegmentation(Map.of("a", -1.0)).of("ab"))
                .hasMessageContaining("'ab'")
                .hasMessageContaining("train on the same texts");
    }

    /** Scores are small integers, so that sums are exact in any order. */
    private static Map<String, Double> randomScores(SplittableRandom random) {
        Map<String, Double> scores = new HashMap<>(Map.of("a", -9.0, "b", -8.0, "c", -7.0));
        for (int i = 0; i < 12; i++) {
            scores.put(randomWord(random, 2 + random.nextInt(3)), -1.0 - random.nextInt(30));
        }
        return scores;
    }

    private static String randomWord(SplittableRandom random, int length) {
        return random.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static double bestSum(String word, Map<String, Double> scores) {
        double best = word.isEmpty() ? 0 : Double.NEGATIVE_INFINITY;
        for (int end = 1; end <= word.length(); end++) {
            Double score = scores.get(word.substring(0, end));
            best = score == null ? best : Math.max(best, score + bestSum(word.substring(end), scores));
        }
        return best;
    }
}
