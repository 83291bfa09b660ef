package dev.embeam.pipeline.option;

import dev.embeam.collection.InputCompression;
import dev.embeam.collection.InputFormat;
import dev.embeam.collection.ReadSettings;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fasttext.document.DocumentSettings;
import dev.embeam.fasttext.document.Segmenter;
import dev.embeam.model.EncodingSemantics;
import dev.embeam.model.ModelCard;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFooter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.tokenizer.CharsmapReading;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.sink.StoredCalibration;
import dev.embeam.transform.sink.WriteSettings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns flags into the settings that transforms take; every wrong value is told by the name of its flag. */
public final class Settings {
    private static final String AUTO = "auto";

    private Settings() {}

    /** How documents are read. */
    public static ReadSettings read(ReadOptions options, String runId) {
        return ReadSettings.defaults()
                .withRunId(runId)
                .withFormat(Choice.of(InputFormat.class, "inputFormat", options.getInputFormat()))
                .withCompression(Choice.of(InputCompression.class, "inputCompression", options.getInputCompression()))
                .withIdField(options.getIdField())
                .withTextFields(names(options.getTextFields()))
                .withKeepFields(names(options.getKeepFields()))
                .withMaxRecordBytes(options.getMaxRecordBytes())
                .withMaxFailures(options.getMaxFailures());
    }

    /** How a model encodes. */
    public static ModelSettings model(EncodingOptions options) {
        ModelSettings settings = ModelSettings.defaults()
                .withDims(options.getDims())
                .withMaxTokens(options.getMaxTokens())
                .withNormalization(Choice.of(Normalization.class, "normalize", options.getNormalize()))
                .withPromptName(options.getPromptName())
                .withPrompt(options.getPrompt())
                .withCharsmapReading(
                        Choice.of(CharsmapReading.class, "precompiledReading", options.getPrecompiledReading()));
        return options.getSemantics().equals(AUTO)
                ? settings
                : settings.withSemantics(Choice.of(EncodingSemantics.class, "semantics", options.getSemantics()));
    }

    /** Which model encodes, and how. */
    public static ModelSource source(EncodingOptions options, String path) {
        return ModelSource.of(path).withSettings(model(options)).withDocuments(documents(options));
    }

    /** How a model of fastText encodes. */
    public static DocumentSettings documents(FastTextOptions options) {
        return new DocumentSettings(
                pooling(options.getPooling()),
                options.getSifSmoothing(),
                options.getSifFrequencies(),
                Choice.of(Segmenter.class, "segmenter", options.getSegmenter()));
    }

    private static WordPooling.Kind pooling(String pooling) {
        return switch (pooling.toLowerCase(Locale.ROOT)) {
            case AUTO -> WordPooling.Kind.FASTTEXT;
            case "normalized" -> WordPooling.Kind.MEAN_OF_NORMALIZED;
            case "mean" -> WordPooling.Kind.MEAN;
            case "sif" -> WordPooling.Kind.SIF;
            default ->
                throw new IllegalArgumentException(
                        "--pooling is \"" + pooling + "\"; expected one of auto, normalized, mean, sif");
        };
    }

    /**
     * How vectors are written.
     *
     * @throws IOException if a calibration cannot be read
     */
    public static WriteSettings write(
            OutputOptions options, String runId, ModelCard card, List<String> keptFields, long maxFailures)
            throws IOException {
        Precision precision = Choice.of(Precision.class, "precision", options.getPrecision());
        int megabytes = options.getFileMegabytes();
        if (megabytes < 64 || megabytes > 512) {
            throw new IllegalArgumentException("--fileMegabytes is " + megabytes + "; expected 64 to 512");
        }
        WriteSettings settings = WriteSettings.of(
                        options.getOutput(), runId, new EmbeddingLayout(card.dim(), precision, keptFields))
                .withCompression(Choice.of(Compression.class, "compression", options.getCompression()))
                .withSizes((long) megabytes << 20, EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES)
                .withMaxFailures(maxFailures)
                .withOverwrite(options.isOverwrite());
        return options.getCalibration().isEmpty()
                ? settings
                : settings.withCalibration(StoredCalibration.read(options.getCalibration()));
    }

    /** What an output says about its model and its run. */
    public static WriteSettings.Description description(
            ModelCard card, Map<String, String> flags, Map<String, String> versions) {
        String semantics = card.semantics();
        Map<String, String> footer = Map.of(
                EmbeddingFooter.MODEL_FINGERPRINT,
                card.fingerprint(),
                EmbeddingFooter.NORMALISED,
                Boolean.toString(card.normalized()),
                EmbeddingFooter.SEMANTICS,
                semantics);
        Map<String, String> model = new TreeMap<>(card.details());
        model.putAll(Map.of(
                "location", card.location(),
                "kind", card.kind(),
                "semantics", semantics,
                "rows", Integer.toString(card.rows()),
                "table", card.table(),
                "tokenizer", card.tokenizerType(),
                "prompt", card.prompt(),
                "normalised", Boolean.toString(card.normalized()),
                "maxTokens", Integer.toString(card.maxTokens())));
        return new WriteSettings.Description(card.fingerprint(), footer, model, flags, versions);
    }

    /** The names in a list with commas between them. */
    public static List<String> names(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
