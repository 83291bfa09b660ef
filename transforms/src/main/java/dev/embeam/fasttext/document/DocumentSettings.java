package dev.embeam.fasttext.document;

import dev.embeam.fasttext.WordPooling;
import java.io.Serializable;
import java.util.Locale;

/**
 * How documents become vectors with a model of fastText.
 *
 * @param pooling how the vectors of words become that of a text
 * @param smoothing SIF's {@code a}; says nothing to other poolings
 * @param frequencies where SIF's frequencies of words come from: {@value #OF_MODEL}, {@value #OF_COLLECTION} (to be counted
 *     before the model is read), or the path of a file of counts that {@link DocumentEncoder#write} has written; says nothing to other poolings
 * @param segmenter what cuts texts into words
 */
public record DocumentSettings(WordPooling.Kind pooling, double smoothing, String frequencies, Segmenter segmenter)
        implements Serializable {
    /** {@link #frequencies}: those of the text the model was trained on. */
    public static final String OF_MODEL = "model";

    /** {@link #frequencies}: those of the collection, which nobody has counted yet. */
    public static final String OF_COLLECTION = "collection";

    private static final long serialVersionUID = 1L;
    private static final DocumentSettings DEFAULTS =
            new DocumentSettings(WordPooling.Kind.FASTTEXT, WordPooling.DEFAULT_SMOOTHING, OF_MODEL, Segmenter.NONE);

    /** Checks that SIF has what it needs, and that nothing else is given what only SIF needs. */
    public DocumentSettings {
        if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sifSmoothing is " + smoothing + "; expected a positive number");
        }
        boolean sif = pooling == WordPooling.Kind.SIF;
        if (!sif && !(frequencies.equals(OF_MODEL) && smoothing == WordPooling.DEFAULT_SMOOTHING)) {
            throw new IllegalArgumentException("sifFrequencies is " + frequencies + " and sifSmoothing " + smoothing
                    + ", which only the pooling sif looks at; expected --pooling=sif, or neither");
        }
    }

    /** As the fasttext tool does, on texts as they are. */
    public static DocumentSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Makes sure that nothing is asked for that only models of fastText have.
     *
     * @param model what the message calls the model
     * @throws IllegalArgumentException naming the setting that is
     */
    public void requireNone(String model) {
        if (pooling != WordPooling.Kind.FASTTEXT) {
            throw unfit("pooling", pooling.name().toLowerCase(Locale.ROOT), model);
        }
        if (segmenter != Segmenter.NONE) {
            throw unfit("segmenter", segmenter.name().toLowerCase(Locale.ROOT), model);
        }
    }

    private static IllegalArgumentException unfit(String setting, String value, String model) {
        return new IllegalArgumentException(
                setting + " is \"" + value + "\", which only models of fastText have (.bin, .ftz,"
                        + " .vec, .ecf); " + model
                        + " is the folder of a static model; leave it out");
    }

    /** With this pooling. */
    public DocumentSettings withPooling(WordPooling.Kind newPooling) {
        return new DocumentSettings(newPooling, smoothing, frequencies, segmenter);
    }

    /** With this {@code a} and these frequencies of SIF. */
    public DocumentSettings withSif(double newSmoothing, String newFrequencies) {
        return new DocumentSettings(WordPooling.Kind.SIF, newSmoothing, newFrequencies, segmenter);
    }

    /** With this segmenter. */
    public DocumentSettings withSegmenter(Segmenter newSegmenter) {
        return new DocumentSettings(pooling, smoothing, frequencies, newSegmenter);
    }
}
