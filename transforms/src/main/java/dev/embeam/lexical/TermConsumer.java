package dev.embeam.lexical;

/** Takes the terms of a text one by one. */
@FunctionalInterface
public interface TermConsumer {
    /**
     * Takes one term.
     *
     * @param chars holds the term at {@code from .. from + length}; it is overwritten after the call
     * @param from where the term starts
     * @param length UTF-16 code units, at least one
     */
    void accept(char[] chars, int from, int length);
}
