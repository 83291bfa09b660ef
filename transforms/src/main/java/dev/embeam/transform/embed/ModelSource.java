package dev.embeam.transform.embed;

import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.model.TextEncoder;
import java.io.Serializable;

/**
 * Which model is used and how: what travels to workers in place of the model. Two sources are equal when they give the same
 * vectors.
 *
 * @param folder path of the model's folder on any of Beam's file systems, the same for all workers
 * @param settings how it is used
 */
public record ModelSource(String folder, ModelSettings settings) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks that there is a folder. */
    public ModelSource {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("the model's folder is empty; expected a path");
        }
    }

    /** The model in this folder, used as the folder says. */
    public static ModelSource of(String folder) {
        return new ModelSource(folder, ModelSettings.defaults());
    }

    /** With these settings. */
    public ModelSource withSettings(ModelSettings newSettings) {
        return new ModelSource(folder, newSettings);
    }

    /**
     * Reads the model, outside of any pipeline.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is missing, damaged or of a kind that is not supported
     * @throws IllegalArgumentException if the settings do not fit the model
     */
    public TextEncoder load() {
        return StaticModel.load(new BeamModelFolder(folder), settings);
    }

    /** The model as the workers of a job in this JVM share it. */
    public ModelLease lease() {
        return new ModelLease(SharedModel.acquire(this));
    }
}
