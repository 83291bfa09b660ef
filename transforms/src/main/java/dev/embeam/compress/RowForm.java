package dev.embeam.compress;

import java.io.Serializable;
import java.util.Locale;

/**
 * In which form rows are kept.
 *
 * @param kind how numbers are kept
 * @param parameter parts of a product quantiser, or components of a decomposition; otherwise 0
 */
public record RowForm(Kind kind, int parameter) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Numbers as they were. */
    public static final RowForm FLOAT32 = new RowForm(Kind.FLOAT32, 0);
    /** Numbers in half precision. */
    public static final RowForm FLOAT16 = new RowForm(Kind.FLOAT16, 0);

    /** How numbers are kept. */
    public enum Kind {
        /** Four bytes a number. */
        FLOAT32,
        /** Two bytes a number. */
        FLOAT16,
        /** One byte for a part of a row. */
        PRODUCT,
        /** Two bytes for every component that rows are made of. */
        DECOMPOSED
    }

    /** Checks the parameter. */
    public RowForm {
        boolean takesNone = kind == Kind.FLOAT32 || kind == Kind.FLOAT16;
        if (takesNone ? parameter != 0 : parameter < 1) {
            throw new IllegalArgumentException(kind + " with " + parameter + " parts or components; expected "
                    + (takesNone ? "none" : "at least 1"));
        }
    }

    /** Codes of a product quantiser of so many parts. */
    public static RowForm product(int parts) {
        return new RowForm(Kind.PRODUCT, parts);
    }

    /** So many components. */
    public static RowForm decomposed(int components) {
        return new RowForm(Kind.DECOMPOSED, components);
    }

    /** The form of a name: {@code float32}, {@code float16}, {@code pq100}, {@code svd50}. */
    public static RowForm of(String name) {
        try {
            if (name.equals("float32") || name.equals("float16")) {
                return name.equals("float32") ? FLOAT32 : FLOAT16;
            }
            if (name.startsWith("pq")) {
                return product(Integer.parseInt(name.substring(2)));
            }
            if (name.startsWith("svd")) {
                return decomposed(Integer.parseInt(name.substring(3)));
            }
        } catch (NumberFormatException e) {
            // Told below, together with names that begin otherwise.
        }
        throw new IllegalArgumentException("the form of rows is \"" + name
                + "\"; expected float32, float16, pq and a number of parts such as pq100, or svd and a number of"
                + " components such as svd50");
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FLOAT32, FLOAT16 -> kind.name().toLowerCase(Locale.ROOT);
            case PRODUCT -> "pq" + parameter;
            case DECOMPOSED -> "svd" + parameter;
        };
    }
}
