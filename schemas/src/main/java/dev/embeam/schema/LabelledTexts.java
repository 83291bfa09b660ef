package dev.embeam.schema;

import java.util.List;

/**
 * Texts with a class each.
 *
 * @param split what the part is for
 * @param source path of the file, for messages
 * @param texts in the order of the file
 * @param labels the class of each text, as it is written
 */
public record LabelledTexts(Split split, String source, List<String> texts, List<String> labels) {
    /** Checks that every text has a label. */
    public LabelledTexts {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        if (texts.size() != labels.size()) {
            throw new IllegalArgumentException(
                    source + " has " + texts.size() + " texts and " + labels.size() + " labels; expected one each");
        }
    }

    /** Number of texts. */
    public int size() {
        return texts.size();
    }
}
