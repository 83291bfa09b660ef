package dev.embeam.evaluation;

import dev.embeam.schema.Split;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The vectors that one encoding gives all texts of a data set, encoded when they are first asked for. Thread-safe: who comes
 * meanwhile waits.
 */
final class EncodedTexts {
    private final TextEncoding encoding;
    private final SortedMap<Split, List<String>> texts;
    private @Nullable List<TextVectors> variants;

    EncodedTexts(TextEncoding encoding, SortedMap<Split, List<String>> texts) {
        this.encoding = encoding;
        this.texts = texts;
    }

    /** The full-width vectors of a variant, all parts one after the other. */
    synchronized TextVectors variant(int variant) {
        List<TextVectors> encoded = variants;
        if (encoded == null) {
            encoded = encoding.encode(
                    texts.values().stream().flatMap(List::stream).toList());
            encoded.forEach(this::requireFinite);
            variants = encoded;
        }
        return encoded.get(variant);
    }

    private void requireFinite(TextVectors vectors) {
        int broken = vectors.firstBroken();
        if (broken < 0) {
            return;
        }
        int row = broken;
        for (Split split : texts.keySet()) {
            int size = texts.get(split).size();
            if (row < size) {
                throw new IllegalArgumentException("the vector of text " + (row + 1) + " of the " + split.label()
                        + " part holds a number that is not finite; expected finite numbers alone; look for NaN in"
                        + " the model's table");
            }
            row -= size;
        }
    }
}
