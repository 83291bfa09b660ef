package dev.embeam.pipeline.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of flags that are one of a few words, in any case, with {@code -} where the constant has {@code _}. */
public final class Choice {
    private Choice() {}

    /**
     * The constant that a flag's value names.
     *
     * @throws IllegalArgumentException naming the flag, its value and all that would be right
     */
    public static <E extends Enum<E>> E of(Class<E> type, String flag, String value) {
        for (E constant : type.getEnumConstants()) {
            if (label(constant).equals(value.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
        }
        String expected =
                Arrays.stream(type.getEnumConstants()).map(Choice::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("--" + flag + " is \"" + value + "\"; expected one of " + expected);
    }

    /** The word for a constant. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
