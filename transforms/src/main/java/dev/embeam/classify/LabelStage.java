package dev.embeam.classify;

import dev.embeam.schema.TextColumn;
import java.util.List;

/** Gives labels to texts, whatever it learnt them from. One thread's. */
public interface LabelStage {
    /** Names of the labels by their numbers. */
    List<String> labels();

    /** Appends the labels of {@code texts}, one document a text, the most probable label first. */
    void classify(TextColumn texts, Predictions out);
}
