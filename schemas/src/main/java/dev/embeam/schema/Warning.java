package dev.embeam.schema;

import java.io.Serializable;

/**
 * Something a reader of a score should know.
 *
 * @param kind short and fixed, in kebab-case: {@code unknown-judged-documents}
 * @param count how often it was met
 * @param detail what it means for the scores, with a few examples
 */
public record Warning(String kind, long count, String detail) implements Serializable {
    private static final long serialVersionUID = 1L;
}
