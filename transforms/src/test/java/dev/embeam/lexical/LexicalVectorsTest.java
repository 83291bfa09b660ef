package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexicalVectorsTest {
    private static final List<String> TEXTS = List.of("a cat and a dog", "a dog", "a bird", "");
    private final LexicalVectors vectors = LexicalVectors.fit(TEXTS, Analysis.STANDARD, 256);

    @Test
    void aRowHasLengthOneOrIsZeroWhereThereIsNoTerm() {
        float[] rows = vectors.encode(TEXTS);
        assertThat(rows).hasSize(4 * 256);
        for (int row = 0; row < 3; row++) {
            assertThat(dot(rows, row, rows, row)).isCloseTo(1, within(1e-6));
        }
        assertThat(dot(rows, 3, rows, 3)).isZero();
    }

    @Test
    void anotherCutOfTheTextsGivesTheSameRows() {
        float[] all = vectors.encode(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(vectors.encode(TEXTS.subList(i, i + 1)))
                    .containsExactly(Arrays.copyOfRange(all, i * 256, (i + 1) * 256));
        }
    }

    @Test
    void twoTermsWeighAsTheFormulaSays() {
        // N = 3 texts with terms, mean length 9 / 3 = 3, df(dog) = 2, df(bird) = 1; both terms stand once in a text of
        // 2,
        // so that their term parts cancel in the quotient.
        float[] row = vectors.encode(List.of("dog bird"));
        double dog = Math.log(1 + 1.5 / 2.5);
        double bird = Math.log(1 + 2.5 / 1.5);
        double length = Math.hypot(dog, bird);
        assertThat(Math.abs(row[column("dog")])).isCloseTo((float) (dog / length), within(1e-6f));
        assertThat(Math.abs(row[column("bird")])).isCloseTo((float) (bird / length), within(1e-6f));
    }

    @Test
    void aTermThatRepeatsWeighsMoreButLessThanTwice() {
        float[] row = vectors.encode(List.of("dog dog bird"));
        float[] once = vectors.encode(List.of("dog bird"));
        double gain = ratio(row) / ratio(once);
        // 2 / (2 + s) over 1 / (1 + s), s = 1.2 (0.25 + 0.75 · 3 / 3) = 1.2
        assertThat(gain).isCloseTo(2 * 2.2 / 3.2, within(1e-5));
    }

    @Test
    void aTermThatWasNeverFittedCountsAsTheRarest() {
        float[] row = vectors.encode(List.of("cat fish"));
        assertThat(Math.abs(row[column("fish")])).isGreaterThan(Math.abs(row[column("cat")]));
    }

    @Test
    void withoutTextsToFitAllTermsWeighAlike() {
        float[] row = LexicalVectors.fit(List.of(), Analysis.STANDARD, 256).encode(List.of("dog bird"));
        assertThat(Math.abs(row[column("dog")])).isEqualTo(Math.abs(row[column("bird")]));
        assertThat(dot(row, 0, row, 0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void noColumnsAreRefused() {
        assertThatThrownBy(() -> LexicalVectors.fit(TEXTS, Analysis.STANDARD, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lexical vectors have 0 columns; expected 1 or more");
    }

    private static double ratio(float[] row) {
        return Math.abs(row[column("dog")] / row[column("bird")]);
    }

    private static int column(String term) {
        return (int) ((TermHash.of(term.toCharArray(), 0, term.length()) >>> 1) % 256);
    }

    private static double dot(float[] a, int rowA, float[] b, int rowB) {
        double sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += (double) a[rowA * 256 + i] * b[rowB * 256 + i];
        }
        return sum;
    }
}
