package dev.embeam.classify;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the right labels of documents are.
 *
 * @param kind which of the places
 * @param column number of the kept field, where they are in one
 * @param keeps whether that field is kept for the output too
 */
public record GoldPlace(Kind kind, int column, boolean keeps) implements Serializable {
    /** Nowhere. */
    public static final GoldPlace NOWHERE = new GoldPlace(Kind.NOWHERE, 0, true);
    /** Among the words of the text, as in fastText's own files. */
    public static final GoldPlace TEXT = new GoldPlace(Kind.TEXT, 0, true);

    private static final long serialVersionUID = 1L;

    /** Kinds of places. */
    public enum Kind {
        /** They are not known. */
        NOWHERE,
        /** They are words of the text. */
        TEXT,
        /** They are in a field. */
        FIELD
    }

    /** In a kept field. */
    public static GoldPlace field(int column, boolean keeps) {
        return new GoldPlace(Kind.FIELD, column, keeps);
    }

    /** The batch as it is classified, without labels in its texts, and its right labels. */
    public Labelled read(DocumentBatch batch, LabelNames names) {
        return switch (kind) {
            case NOWHERE -> new Labelled(batch, GoldLabels.NONE);
            case TEXT ->
                new Labelled(
                        new DocumentBatch(batch.keys(), GoldLabels.withoutLabels(batch.texts())),
                        GoldLabels.ofTexts(batch.texts(), names));
            case FIELD -> ofField(batch, names);
        };
    }

    private Labelled ofField(DocumentBatch batch, LabelNames names) {
        GoldLabels gold = GoldLabels.ofField(batch.keys().kept().get(column), names);
        if (keeps) {
            return new Labelled(batch, gold);
        }
        DocumentKeys keys = batch.keys();
        List<TextColumn> kept = new ArrayList<>(keys.kept());
        kept.remove(column);
        DocumentKeys rest = new DocumentKeys(keys.file(), keys.positions(), keys.ids(), kept, keys.failures());
        return new Labelled(new DocumentBatch(rest, batch.texts()), gold);
    }

    /**
     * A batch and its right labels.
     *
     * @param batch to be classified
     * @param gold of its documents, or of none
     */
    public record Labelled(DocumentBatch batch, GoldLabels gold) {}
}
