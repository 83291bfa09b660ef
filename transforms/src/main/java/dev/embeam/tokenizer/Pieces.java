package dev.embeam.tokenizer;

import java.util.Arrays;

/**
 * The pieces of one text on their way through the pre-tokenizers: ranges of {@link #text}. The scratch of one thread. A
 * pre-tokenizer reads one {@code Pieces} and fills another; it copies into the other's text whatever of the text it keeps.
 */
final class Pieces {
    final Characters text = new Characters();
    private int[] bounds = new int[64];
    private int count;
    /** Whether the first piece starts where the document starts ({@code prepend_scheme: first} asks for it). */
    boolean firstStartsText;

    void clear() {
        text.clear();
        count = 0;
        firstStartsText = false;
    }

    /** Adds the range of {@link #text} from {@code start} to {@code end}; an empty one is dropped. */
    void add(int start, int end) {
        if (start == end) {
            return;
        }
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * count);
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        count++;
    }

    int count() {
        return count;
    }

    int start(int i) {
        return bounds[2 * i];
    }

    int end(int i) {
        return bounds[2 * i + 1];
    }
}
