package dev.embeam.pipeline.compress;

import dev.embeam.compress.Recipe;
import dev.embeam.compress.Recipe.Method;
import dev.embeam.compress.RowForm;
import dev.embeam.pipeline.option.Choice;
import java.util.Arrays;
import java.util.List;

/** Recipes from flags. */
final class Recipes {
    private static final int ALL = -1;

    private Recipes() {}

    /** The one recipe of {@code compress-fasttext}. */
    static Recipe of(CompressOptions options) {
        String ngramRows = options.getNgramRows().isEmpty() ? options.getRows() : options.getNgramRows();
        return new Recipe(
                number(options.getWords()),
                number(options.getNgrams()),
                RowForm.of(options.getRows()),
                RowForm.of(ngramRows),
                options.getNormPower(),
                options.isRepack(),
                Choice.of(Method.class, "method", options.getMethod()),
                options.getSeed());
    }

    /** All recipes of {@code sweep}. */
    static List<Recipe> grid(SweepOptions options) {
        return list(options.getMethods()).stream()
                .map(method -> Choice.of(Method.class, "methods", method))
                .flatMap(method -> list(options.getRows()).stream()
                        .flatMap(rows -> list(options.getWords()).stream()
                                .flatMap(words -> list(options.getNgrams()).stream()
                                        .map(ngrams -> new Recipe(
                                                number("words", words),
                                                number("ngrams", ngrams),
                                                RowForm.of(rows.replaceFirst("/.*", "")),
                                                RowForm.of(rows.replaceFirst(".*/", "")),
                                                1,
                                                false,
                                                method,
                                                options.getSeed())))))
                .toList();
    }

    /** What stands between commas. */
    static List<String> list(String values) {
        return Arrays.stream(values.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static int number(String flag, String value) {
        try {
            return number(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--" + flag + " holds \"" + value + "\"; expected whole numbers with commas between", e);
        }
    }

    private static int number(int value) {
        return value == ALL ? Recipe.ALL : value;
    }
}
