package dev.embeam.pipeline.classify;

import dev.embeam.classify.GoldPlace;
import dev.embeam.collection.ReadSettings;
import dev.embeam.transform.io.MatchedFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of documents, and where their right labels are.
 *
 * @param files the files
 * @param gold place of the labels
 */
record LabelledCollection(MatchedFiles files, GoldPlace gold) {
    /**
     * Finds files.
     *
     * @param labels field of the labels; empty where they are not known, a text field where they are words of the text
     */
    static LabelledCollection match(String input, ReadSettings settings, String labels) {
        if (labels.isEmpty()) {
            return new LabelledCollection(MatchedFiles.match(input, settings), GoldPlace.NOWHERE);
        }
        if (settings.textFields().contains(labels)) {
            return new LabelledCollection(MatchedFiles.match(input, settings), GoldPlace.TEXT);
        }
        List<String> kept = new ArrayList<>(settings.keepFields());
        boolean keeps = kept.contains(labels);
        if (!keeps) {
            kept.add(labels);
        }
        return new LabelledCollection(
                MatchedFiles.match(input, settings.withKeepFields(kept)), GoldPlace.field(kept.indexOf(labels), keeps));
    }
}
