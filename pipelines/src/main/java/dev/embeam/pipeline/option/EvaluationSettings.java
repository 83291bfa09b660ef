package dev.embeam.pipeline.option;

import dev.embeam.metric.Profile;
import dev.embeam.metric.Quirk;
import dev.embeam.model.EncodingSemantics;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Warning;
import dev.embeam.tokenizer.CharsmapReading;
import dev.embeam.transform.embed.EncoderVariant;
import dev.embeam.transform.embed.ModelSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns the flags of an evaluation into values; every wrong one is told by the name of its flag. */
public final class EvaluationSettings {
    /** The system that needs no model. */
    public static final String LEXICAL = "bm25";

    private EvaluationSettings() {}

    /** The folders and files of the models, in the order they were named. */
    public static List<String> folders(SystemOptions options) {
        List<String> folders = Settings.names(options.getModel()).stream()
                .filter(name -> !name.equals(LEXICAL))
                .toList();
        List<String> names =
                folders.stream().map(EvaluationSettings::name).distinct().toList();
        if (names.size() < folders.size()) {
            throw new IllegalArgumentException("--model is " + options.getModel()
                    + "; expected models whose last names differ, as they name the systems");
        }
        return folders;
    }

    /** Whether the lexical baseline is among the systems. */
    public static boolean lexical(SystemOptions options) {
        return Settings.names(options.getModel()).contains(LEXICAL);
    }

    /** The name of a model's system: the last name of its folder or file. */
    public static String name(String folder) {
        return Path.of(folder).toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * A model with the settings that fit its family, with the model's own limit of tokens. Where models of both families are
     * named, each takes what is for it; otherwise all is passed on, so that what fits none is told when the model is read.
     *
     * @param prompt what a static model puts before every text; empty for nothing
     */
    public static ModelSource source(SystemOptions options, String path, String prompt) {
        ModelSource source = ModelSource.of(path);
        boolean mixed = folders(options).stream()
                        .map(other -> ModelSource.of(other).isFastText())
                        .distinct()
                        .count()
                > 1;
        boolean fastText = source.isFastText();
        return source.withSettings(
                        mixed && fastText ? length(options) : settings(options).withPrompt(prompt))
                .withDocuments(mixed && !fastText ? source.documents() : Settings.documents(options));
    }

    /** One encoder for each limit of tokens, in the order of the flag, all of one source. */
    public static List<EncoderVariant> variants(SystemOptions options, ModelSource source) {
        return maxTokens(options).stream()
                .map(limit -> new EncoderVariant(source, limit))
                .toList();
    }

    /** How all models are used, whatever their widths and limits. */
    private static ModelSettings settings(SystemOptions options) {
        ModelSettings settings = length(options)
                .withCharsmapReading(
                        Choice.of(CharsmapReading.class, "precompiledReading", options.getPrecompiledReading()));
        return options.getSemantics().equals("auto")
                ? settings
                : settings.withSemantics(Choice.of(EncodingSemantics.class, "semantics", options.getSemantics()));
    }

    private static ModelSettings length(SystemOptions options) {
        return ModelSettings.defaults()
                .withNormalization(Choice.of(Normalization.class, "normalize", options.getNormalize()));
    }

    /** Which combinations of widths, precisions, limits and shares are systems. */
    public static Combinations combinations(SystemOptions options) {
        return Choice.of(Combinations.class, "combinations", options.getCombinations());
    }

    /** The limits of tokens. */
    public static List<Integer> maxTokens(SystemOptions options) {
        return list("maxTokens", options.getMaxTokens(), Integer::valueOf, "whole numbers");
    }

    /** The widths; 0 stands for all columns. */
    public static List<Integer> dims(SystemOptions options) {
        List<Integer> dims = list("dims", options.getDims(), Integer::valueOf, "whole numbers");
        if (dims.stream().anyMatch(width -> width < 0)) {
            throw new IllegalArgumentException(
                    "--dims is " + options.getDims() + "; expected widths of 1 and above, or 0");
        }
        return dims;
    }

    /**
     * Those of the widths that a model has, 0 being all its columns.
     *
     * @param model what messages call it
     * @param columns of its vectors
     */
    public static List<Integer> dims(SystemOptions options, String model, int columns) {
        List<Integer> dims = dims(options).stream()
                .map(width -> width == 0 ? columns : width)
                .filter(width -> width <= columns)
                .distinct()
                .toList();
        if (dims.isEmpty()) {
            throw new IllegalArgumentException("--dims is " + options.getDims() + ", but the vectors of " + model
                    + " have " + columns + " columns; expected a width up to that, or 0");
        }
        return dims;
    }

    /** What a report says of the widths that a model does not have. */
    public static List<Warning> missingDims(SystemOptions options, String model, int columns) {
        List<String> missing = dims(options).stream()
                .filter(width -> width > columns)
                .map(String::valueOf)
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "missing-dims",
                        missing.size(),
                        "the vectors of " + model + " have " + columns + " columns: it is not scored at dims "
                                + String.join(", ", missing)));
    }

    /** The precisions. */
    public static List<Precision> precisions(SystemOptions options) {
        return list("precisions", options.getPrecisions(), Precision::of, "float32, float16, int8, binary");
    }

    /** Name of the data set: what the flag says, or the folder that the file of the test part lies in. */
    public static String dataset(EvaluationOptions options, String testFile) {
        Path folder = Path.of(testFile).toAbsolutePath().normalize().getParent();
        return options.getDataset().isEmpty() && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : options.getDataset();
    }

    /** The profile. */
    public static Profile profile(EvaluationOptions options) {
        return Choice.of(Profile.class, "profile", options.getProfile());
    }

    /** The profile's quirks with the switches applied. */
    public static Set<Quirk> quirks(EvaluationOptions options) {
        Set<Quirk> quirks = profile(options).quirks();
        for (String word : Settings.names(options.getQuirks())) {
            Quirk quirk = Choice.of(Quirk.class, "quirks", word.substring(1));
            switch (word.charAt(0)) {
                case '+' -> quirks.add(quirk);
                case '-' -> quirks.remove(quirk);
                default ->
                    throw new IllegalArgumentException("--quirks holds \"" + word + "\"; expected + or - before each");
            }
        }
        return quirks;
    }

    /** The values of a flag that is a list with commas, at least one, each once. */
    public static <T> List<T> list(String flag, String value, Function<String, T> parse, String expected) {
        try {
            List<T> values =
                    Settings.names(value).stream().map(parse).distinct().toList();
            if (!values.isEmpty()) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--" + flag + " is \"" + value + "\"; expected " + expected + " with commas between them", e);
        }
        throw new IllegalArgumentException("--" + flag + " is empty; expected " + expected);
    }
}
