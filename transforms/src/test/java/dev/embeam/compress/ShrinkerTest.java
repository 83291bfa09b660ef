package dev.embeam.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.compress.Recipe.Method;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fixture.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkerTest {
    private final FastTextModel model = Golden.model();
    private final Shrinker shrinker = new Shrinker(model);
    private final FidelityMeter meter =
            FidelityMeter.of(model, 10_000, FidelityMeter.joinedWords(model.dictionary(), 1000, 1), List.of());

    @Test
    void comesNearerThanTheBaselineInAFileOfTheSameSize() {
        Fidelity theirs = measure(Recipe.chosen(50, 500, RowForm.FLOAT16, Method.BASELINE));
        Fidelity ours = measure(shrinker.fit(
                Recipe.chosen(50, 0, RowForm.FLOAT16, Method.EMBEAM), theirs.fileBytes()));
        assertThat(ours.fileBytes()).isLessThanOrEqualTo(theirs.fileBytes());
        assertThat(ours.known()).isGreaterThan(theirs.known());
        assertThat(ours.unknown()).isGreaterThan(theirs.unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pq5", "pq10"})
    void codesOfAsManyRowsComeNearerThanThoseOfTheBaseline(String form) {
        Fidelity theirs = measure(Recipe.chosen(50, 1000, RowForm.of(form), Method.BASELINE));
        Fidelity ours = measure(Recipe.chosen(50, 1000, RowForm.of(form), Method.EMBEAM));
        assertThat(ours.known()).isGreaterThan(theirs.known());
        assertThat(ours.unknown()).isGreaterThan(theirs.unknown());
    }

    @ParameterizedTest
    @CsvSource({"float32, 60000", "float16, 60000", "svd7, 20000", "pq3, 52000"})
    void fillsAFileToTheSizeAskedFor(String form, long wanted) {
        Recipe recipe = shrinker.fit(Recipe.chosen(100, 0, RowForm.of(form), Method.EMBEAM), wanted);
        assertThat((long) Golden.file(shrinker, recipe).length).isLessThanOrEqualTo(wanted);
        assertThat((long) Golden.file(shrinker, recipe.withNgrams(recipe.ngrams() + 20)).length)
                .isGreaterThan(wanted);
    }

    @Test
    void tooSmallASizeIsRefused() {
        assertThatThrownBy(() -> shrinker.fit(Recipe.chosen(100, 0, RowForm.FLOAT16, Method.EMBEAM), 4000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4000");
    }

    @Test
    void moreComponentsOrPartsComeNearer() {
        assertThat(known("svd5")).isLessThan(known("svd10")).isLessThan(0.9999);
        assertThat(known("svd20")).isCloseTo(1, within(1e-5));
        assertThat(known("pq4")).isLessThan(known("pq10"));
        assertThat(known("pq10")).isLessThan(known("pq20")).isLessThan(1.0);
    }

    private double known(String form) {
        return measure(Recipe.all(RowForm.of(form), Method.EMBEAM)).known();
    }

    private Fidelity measure(Recipe recipe) {
        return meter.measure(Golden.read(Golden.file(shrinker, recipe)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sup.bin", "sup-q.ftz"})
    void classifiersAreRefused(String name) {
        assertThatThrownBy(() -> new Shrinker(Golden.model(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantize-fasttext");
    }

    @Test
    void eigenvectorsReproduceTheirMatrix() {
        SplittableRandom random = Seeds.random(3);
        double[][] matrix = new double[9][9];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextDouble() - 0.5;
                matrix[j][i] = matrix[i][j];
            }
        }
        double[][] used = new double[9][];
        for (int i = 0; i < 9; i++) {
            used[i] = matrix[i].clone();
        }
        float[] vectors = SymmetricEigen.leading(used, 9);
        double before = Double.POSITIVE_INFINITY;
        for (int v = 0; v < 9; v++) {
            double[] image = new double[9];
            for (int i = 0; i < 9; i++) {
                for (int j = 0; j < 9; j++) {
                    image[i] += matrix[i][j] * vectors[v * 9 + j];
                }
            }
            double value = 0;
            for (int i = 0; i < 9; i++) {
                value += image[i] * vectors[v * 9 + i];
            }
            for (int i = 0; i < 9; i++) {
                assertThat(image[i]).as(Seeds.describe(3)).isCloseTo(value * vectors[v * 9 + i], within(1e-5));
            }
            assertThat(value).isLessThan(before);
            before = value;
        }
    }

    @Test
    void frontHoldsWhatNothingBeats() {
        MeasuredRecipe small = measured(10, 0.8);
        MeasuredRecipe beaten = measured(20, 0.8);
        MeasuredRecipe large = measured(30, 0.9);
        List<MeasuredRecipe> all = List.of(large, beaten, small);
        assertThat(MeasuredRecipe.front(all)).containsExactly(small, large);
        assertThat(MeasuredRecipe.nearest(all, 29)).contains(beaten);
        assertThat(MeasuredRecipe.smallest(all, 0.85)).contains(large);
        assertThat(MeasuredRecipe.smallest(all, 0.95)).isEmpty();
        assertThat(MeasuredRecipe.ofJson(large.toJson())).isEqualTo(large);
    }

    private static MeasuredRecipe measured(long bytes, double cosine) {
        return new MeasuredRecipe(
                Recipe.chosen((int) bytes, 1, RowForm.product(3), Method.EMBEAM),
                new Fidelity(
                        bytes,
                        bytes,
                        cosine,
                        cosine,
                        cosine,
                        List.of(new Fidelity.PairAgreement("hj", "spearman", 0.5, 0.6)),
                        1,
                        2));
    }
}
