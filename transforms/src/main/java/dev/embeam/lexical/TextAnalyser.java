package dev.embeam.lexical;

/**
 * Cuts texts into terms, for one thread. The terms of a text depend on the text and the analysis alone. Made by {@link
 * Analysis#newAnalyser}; buffers are kept from text to text.
 */
public interface TextAnalyser {
    /**
     * Gives the terms of one text in their order, repeated ones as often as they occur.
     *
     * @param chars holds the text at {@code from .. to}, end exclusive
     */
    void analyse(char[] chars, int from, int to, TermConsumer terms);

    /** The same for a string. */
    default void analyse(String text, TermConsumer terms) {
        analyse(text.toCharArray(), 0, text.length(), terms);
    }
}
