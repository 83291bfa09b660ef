package dev.embeam.fasttext.document;

import dev.embeam.collection.FileAccess;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.model.Fingerprint;
import dev.embeam.model.ModelCard;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What there is to say of a model of fastText and its use.
 *
 * @param path of the model
 * @param fileBytes its size
 * @param words the model
 * @param settings those that every encoder has
 * @param documents those of fastText
 */
record DocumentCard(String path, long fileBytes, WordModel words, ModelSettings settings, DocumentSettings documents) {
    /** To be changed whenever the same file and settings would give other vectors. */
    private static final String FORMAT = "embeam-fasttext-1";

    private static final String FAMILY = "fasttext";

    /** The card, with a fingerprint of the file, which is read for it. */
    ModelCard card(FileAccess files) throws IOException {
        return new ModelCard(
                path,
                FAMILY,
                FAMILY + "-" + pooling(),
                dim(),
                words.dim(),
                words.rows(),
                words.table(),
                FAMILY,
                words.words(),
                Set.of(),
                "",
                normalized(),
                maxTokens(),
                words.bytes(),
                fingerprint(files),
                details());
    }

    private int dim() {
        if (settings.dims() > words.dim()) {
            throw new IllegalArgumentException("dims is " + settings.dims() + ", but the vectors of " + path + " have "
                    + words.dim() + " columns; ask for " + words.dim() + " or fewer, or 0 for all");
        }
        return settings.dims() == 0 ? words.dim() : settings.dims();
    }

    private boolean normalized() {
        return settings.normalization() == Normalization.ON;
    }

    private int maxTokens() {
        return Math.max(0, settings.maxTokens());
    }

    /** The pooling in force: what the tool does depends on the kind of model. */
    private String pooling() {
        return switch (documents.pooling()) {
            case FASTTEXT -> words.isOfLines() ? "line" : "normalized";
            case MEAN_OF_NORMALIZED -> "normalized";
            case MEAN -> "mean";
            case SIF -> "sif";
        };
    }

    private String fingerprint(FileAccess files) throws IOException {
        Fingerprint fingerprint = new Fingerprint(FORMAT);
        fingerprint.add(pooling());
        fingerprint.add(documents.segmenter().name());
        fingerprint.add(dim());
        fingerprint.add(normalized() ? 1 : 0);
        fingerprint.add(maxTokens());
        addFile(files, path, fingerprint);
        if (documents.pooling() == WordPooling.Kind.SIF) {
            fingerprint.add(Double.toString(documents.smoothing()));
            if (!documents.frequencies().equals(DocumentSettings.OF_MODEL)) {
                addFile(files, documents.frequencies(), fingerprint);
            }
        }
        return fingerprint.digits();
    }

    private static void addFile(FileAccess files, String path, Fingerprint fingerprint) throws IOException {
        try (SeekableByteChannel channel = files.open(path)) {
            fingerprint.add(channel);
        }
    }

    private Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>(words.details());
        details.put("size of the file", String.format(Locale.ROOT, "%,.1f MiB", fileBytes / 1048576.0));
        details.put("pooling", pooling() + (pooling().equals("sif") ? sif() : ""));
        details.put("segmenter", label(documents.segmenter()));
        return details;
    }

    private String sif() {
        return ", a = " + documents.smoothing() + ", frequencies of " + documents.frequencies();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
