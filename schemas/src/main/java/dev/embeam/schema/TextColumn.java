package dev.embeam.schema;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The texts of one field of a batch, laid end to end: text {@code i} is {@code chars[offsets[i]] .. chars[offsets[i + 1]]}
 * (UTF-16 code units, end exclusive), so that a batch of any size is three objects.
 *
 * <p>{@code offsets} has one entry more than there are texts, starts at 0 and never falls. A text may be empty; a text may
 * also be absent (its bit in {@code absent} is set and its length is 0), as where an optional field is missing. Lone
 * surrogates may occur and stand for U+FFFD. The arrays belong to the record: whoever builds it gives them away, whoever
 * reads it does not write to them. Two columns are equal when their texts and absences are.
 *
 * @param chars code units of all texts; may be longer than {@code offsets[size()]}
 * @param offsets where each text starts, and after the last one where it ends
 * @param absent which texts are absent
 */
public record TextColumn(char[] chars, int[] offsets, BitSet absent) {
    /** Checks the shape. */
    public TextColumn {
        if (offsets.length == 0 || offsets[0] != 0) {
            throw new IllegalArgumentException("offsets must start with 0, but were " + Arrays.toString(offsets));
        }
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                throw new IllegalArgumentException(
                        "offset " + i + " is " + offsets[i] + ", below the one before it, " + offsets[i - 1]);
            }
        }
        if (offsets[offsets.length - 1] > chars.length) {
            throw new IllegalArgumentException("texts end at " + offsets[offsets.length - 1] + ", but there are only "
                    + chars.length + " code units");
        }
    }

    /** The column that holds these texts. */
    public static TextColumn of(String... texts) {
        return of(List.of(texts));
    }

    /** The column that holds these texts, in their order. */
    public static TextColumn of(List<String> texts) {
        TextColumnBuilder builder = new TextColumnBuilder();
        texts.forEach(builder::append);
        return builder.build();
    }

    /** Number of texts. */
    public int size() {
        return offsets.length - 1;
    }

    /** Whether text {@code i} is absent. */
    public boolean isAbsent(int i) {
        return absent.get(i);
    }

    /** Text {@code i} as a string; empty when absent. */
    public String get(int i) {
        return new String(chars, offsets[i], offsets[i + 1] - offsets[i]);
    }

    /** Some of the texts, in this order. */
    public TextColumn select(int[] texts) {
        TextColumnBuilder builder = new TextColumnBuilder();
        for (int i : texts) {
            if (isAbsent(i)) {
                builder.appendAbsent();
            } else {
                builder.append(chars, offsets[i], offsets[i + 1] - offsets[i]);
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextColumn that
                && Arrays.equals(offsets, that.offsets)
                && absent.equals(that.absent)
                && Arrays.equals(chars, 0, offsets[size()], that.chars, 0, that.offsets[that.size()]);
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(offsets);
        for (int i = 0; i < offsets[size()]; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "TextColumn[" + size() + " texts, " + offsets[size()] + " code units]";
    }
}
