package dev.embeam.transform.embed;

import dev.embeam.model.ModelSettings;
import dev.embeam.model.TextEncoder;
import java.io.Serializable;

/**
 * One of several encoders that see the same documents: a model and a limit of tokens. Variants of equal sources share the
 * model in memory and, where its rules allow, the tokenisation.
 *
 * @param source the model
 * @param maxTokens at most this many tokens of a text count; 0 for all, {@link ModelSettings#AUTO_TOKENS} for the source's
 *     own limit
 */
public record EncoderVariant(ModelSource source, int maxTokens) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The limit in force with this model. */
    int limit(TextEncoder model) {
        return maxTokens == ModelSettings.AUTO_TOKENS ? model.card().maxTokens() : maxTokens;
    }
}
