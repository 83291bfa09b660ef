package dev.embeam.transform.embed;

import dev.embeam.fasttext.document.DocumentEncoder;
import dev.embeam.fasttext.document.DocumentSettings;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.model.TextEncoder;
import dev.embeam.sharing.Shared;
import dev.embeam.storage.AbsolutePath;
import dev.embeam.storage.BeamFiles;
import java.io.Serializable;

/**
 * Which model is used and how: what travels to workers in place of the model. Two sources are equal when they give the same
 * vectors.
 *
 * @param location path of a static model's folder or of a fastText model's file on any of Beam's file systems, the same for
 *     all workers
 * @param settings how it is used
 * @param documents how a fastText model is used besides
 */
public record ModelSource(String location, ModelSettings settings, DocumentSettings documents) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The models of this JVM. */
    static final Shared<ModelSource, TextEncoder> SHARED = new Shared<>(ModelSource::load);

    /** Checks that there is a path, and makes it the same for all workers. */
    public ModelSource {
        if (location.isBlank()) {
            throw new IllegalArgumentException("the model's folder is empty; expected a path");
        }
        location = AbsolutePath.of(location);
    }

    /** The model at this path, used as it says itself. */
    public static ModelSource of(String location) {
        return new ModelSource(location, ModelSettings.defaults(), DocumentSettings.defaults());
    }

    /** With these settings. */
    public ModelSource withSettings(ModelSettings newSettings) {
        return new ModelSource(location, newSettings, documents);
    }

    /** With these settings of fastText. */
    public ModelSource withDocuments(DocumentSettings newDocuments) {
        return new ModelSource(location, settings, newDocuments);
    }

    /** Whether it is a model of fastText, by its name; otherwise it is a static one. */
    public boolean isFastText() {
        return DocumentEncoder.reads(location);
    }

    /**
     * Reads the model, outside of any pipeline.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is missing, damaged or of a kind that is not supported
     * @throws IllegalArgumentException if the settings do not fit the model
     */
    public TextEncoder load() {
        if (isFastText()) {
            return DocumentEncoder.read(new BeamFiles(), location, settings, documents);
        }
        documents.requireNone(location);
        return StaticModel.load(new BeamModelFolder(location), settings);
    }

    /** The model as the workers of a job in this JVM share it. */
    public ModelLease lease() {
        return new ModelLease(SHARED.acquire(this));
    }
}
