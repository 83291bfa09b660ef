package dev.embeam.model;

import dev.embeam.tokenizer.CharsmapReading;

/**
 * All that decides a vector beside the tokenizer and the rows: settings and folder, resolved.
 *
 * @param semantics whose rules
 * @param width columns of the rows that are averaged
 * @param dim columns of a vector, at most {@code width}
 * @param normalizeWidth whether the mean is brought to length one before it is cut to {@code dim}
 * @param normalizeDim whether the vector is brought to length one after that
 * @param maxTokens at most this many tokens count; 0 for all
 * @param prompt what is put before every text
 * @param charsmapReading how a {@code Precompiled} normalizer is read
 */
record EncodingRules(
        EncodingSemantics semantics,
        int width,
        int dim,
        boolean normalizeWidth,
        boolean normalizeDim,
        int maxTokens,
        String prompt,
        CharsmapReading charsmapReading) {
    private static final int MODEL2VEC_TOKENS = 512;

    /** The rules for a model whose table has {@code columns} columns. */
    static EncodingRules resolve(ModelSettings settings, FolderContents folder, String location, int columns) {
        EncodingSemantics semantics = settings.forcedSemantics().orElse(folder.detected());
        boolean sentenceTransformers = semantics == EncodingSemantics.SENTENCE_TRANSFORMERS;
        int dim = dim(settings, sentenceTransformers ? folder.truncateDim() : 0, location, columns);
        boolean asFolderSays = settings.normalization() == Normalization.AUTO;
        boolean module =
                sentenceTransformers && folder.normalizeModule() && settings.normalization() != Normalization.OFF;
        boolean normalizeWidth = module && dim < columns;
        boolean normalizeDim = settings.normalization() == Normalization.ON
                || (module && !normalizeWidth)
                || (asFolderSays && !sentenceTransformers && folder.normalizeKey());
        return new EncodingRules(
                semantics,
                normalizeWidth ? columns : dim,
                dim,
                normalizeWidth,
                normalizeDim,
                maxTokens(settings, semantics),
                prompt(settings, folder, location),
                settings.charsmapReading());
    }

    private static int dim(ModelSettings settings, int truncateDim, String location, int columns) {
        if (settings.dims() > columns) {
            throw new IllegalArgumentException("dims is " + settings.dims() + ", but the vectors of " + location
                    + " have " + columns + " columns; ask for " + columns + " or fewer, or 0 for all");
        }
        if (settings.dims() > 0) {
            return settings.dims();
        }
        return truncateDim > 0 ? Math.min(truncateDim, columns) : columns;
    }

    private static int maxTokens(ModelSettings settings, EncodingSemantics semantics) {
        if (settings.maxTokens() != ModelSettings.AUTO_TOKENS) {
            return settings.maxTokens();
        }
        return semantics == EncodingSemantics.MODEL2VEC ? MODEL2VEC_TOKENS : 0;
    }

    private static String prompt(ModelSettings settings, FolderContents folder, String location) {
        if (!settings.prompt().isEmpty()) {
            return settings.prompt();
        }
        String name = settings.promptName().isEmpty() ? folder.defaultPrompt().orElse("") : settings.promptName();
        if (name.isEmpty()) {
            return "";
        }
        String prompt = folder.prompts().get(name);
        if (prompt == null) {
            throw new IllegalArgumentException("there is no prompt \"" + name + "\" in " + location + "; it has "
                    + folder.prompts().keySet());
        }
        return prompt;
    }
}
