package dev.embeam.model;

import dev.embeam.tokenizer.CharsmapReading;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * How a model is to be used, beyond what its folder says. {@link #defaults} follows the folder in everything.
 *
 * @param detectSemantics whether the folder decides whose rules are followed; {@code semantics} says nothing then
 * @param semantics whose rules are followed
 * @param dims columns of a vector, the leading ones; 0 for all of the model's, or those its folder says
 * @param maxTokens at most this many tokens of a text count; 0 for all, {@value #AUTO_TOKENS} for the rule of the semantics
 * @param normalization whether vectors are brought to length one
 * @param promptName name of a prompt of the folder that is put before every text; empty for the folder's default
 * @param prompt text that is put before every text; beats {@code promptName} unless empty
 * @param charsmapReading how a {@code Precompiled} normalizer of the tokenizer is read
 */
public record ModelSettings(
        boolean detectSemantics,
        EncodingSemantics semantics,
        int dims,
        int maxTokens,
        Normalization normalization,
        String promptName,
        String prompt,
        CharsmapReading charsmapReading)
        implements Serializable {
    /** {@link #maxTokens}: 512 for model2vec, all for sentence-transformers. */
    public static final int AUTO_TOKENS = -1;

    private static final long serialVersionUID = 1L;

    /** Checks the ranges. */
    public ModelSettings {
        if (dims < 0) {
            throw new IllegalArgumentException("dims is " + dims + "; expected 0 for all columns, or their number");
        }
        if (maxTokens < AUTO_TOKENS) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens + "; expected 0 for all, or their number");
        }
    }

    /** Everything as the folder says. */
    public static ModelSettings defaults() {
        return new ModelSettings(
                true,
                EncodingSemantics.SENTENCE_TRANSFORMERS,
                0,
                AUTO_TOKENS,
                Normalization.AUTO,
                "",
                "",
                CharsmapReading.HF_LEGACY);
    }

    /** With these rules instead of the folder's. */
    public ModelSettings withSemantics(EncodingSemantics newSemantics) {
        return new ModelSettings(
                false, newSemantics, dims, maxTokens, normalization, promptName, prompt, charsmapReading);
    }

    /** With this width. */
    public ModelSettings withDims(int newDims) {
        return new ModelSettings(
                detectSemantics, semantics, newDims, maxTokens, normalization, promptName, prompt, charsmapReading);
    }

    /** With this limit of tokens. */
    public ModelSettings withMaxTokens(int newMaxTokens) {
        return new ModelSettings(
                detectSemantics, semantics, dims, newMaxTokens, normalization, promptName, prompt, charsmapReading);
    }

    /** With this rule of normalisation. */
    public ModelSettings withNormalization(Normalization newNormalization) {
        return new ModelSettings(
                detectSemantics, semantics, dims, maxTokens, newNormalization, promptName, prompt, charsmapReading);
    }

    /** With the folder's prompt of this name. */
    public ModelSettings withPromptName(String newPromptName) {
        return new ModelSettings(
                detectSemantics, semantics, dims, maxTokens, normalization, newPromptName, prompt, charsmapReading);
    }

    /** With this prompt. */
    public ModelSettings withPrompt(String newPrompt) {
        return new ModelSettings(
                detectSemantics, semantics, dims, maxTokens, normalization, promptName, newPrompt, charsmapReading);
    }

    /** With this reading of a {@code Precompiled} normalizer. */
    public ModelSettings withCharsmapReading(CharsmapReading reading) {
        return new ModelSettings(
                detectSemantics, semantics, dims, maxTokens, normalization, promptName, prompt, reading);
    }

    /**
     * Makes sure that nothing is asked for that only folders of static models have: rules, prompts, a tokenizer's file.
     *
     * @param model what the message calls the model
     * @throws IllegalArgumentException naming the first setting that is
     */
    public void requireNoneOfFolders(String model) {
        if (!detectSemantics) {
            throw unfit("semantics", semantics.label(), model);
        }
        if (!promptName.isEmpty()) {
            throw unfit("promptName", promptName, model);
        }
        if (!prompt.isEmpty()) {
            throw unfit("prompt", prompt, model);
        }
        if (charsmapReading != CharsmapReading.HF_LEGACY) {
            throw unfit("precompiledReading", charsmapReading.name().toLowerCase(Locale.ROOT), model);
        }
    }

    private static IllegalArgumentException unfit(String setting, String value, String model) {
        return new IllegalArgumentException(setting + " is \"" + value
                + "\", which only folders of static models have; " + model + " is a file of fastText; leave it out");
    }

    /** The rules asked for, if any are. */
    Optional<EncodingSemantics> forcedSemantics() {
        return detectSemantics ? Optional.empty() : Optional.of(semantics);
    }
}
