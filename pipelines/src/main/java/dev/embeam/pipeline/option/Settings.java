package dev.embeam.pipeline.option;

import dev.embeam.collection.InputCompression;
import dev.embeam.collection.InputFormat;
import dev.embeam.collection.ReadSettings;
import dev.embeam.model.EncodingSemantics;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import dev.embeam.tokenizer.CharsmapReading;
import java.util.List;
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

    /** The names in a list with commas between them. */
    public static List<String> names(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
