package dev.embeam.model;

import java.util.Map;
import java.util.Optional;

/**
 * What the small files of a model folder say.
 *
 * @param kind how the files lie
 * @param detected whose rules the folder is for
 * @param tokenizer name of the tokenizer file
 * @param weights name of the safetensors file
 * @param normalizeModule whether {@code modules.json} has a Normalize module
 * @param normalizeKey whether the config says {@code "normalize": true}, model2vec's way
 * @param prompts prompts by name
 * @param defaultPrompt name of the prompt that is used when none is asked for
 * @param truncateDim columns of a vector, or 0 for all
 */
record FolderContents(
        FolderKind kind,
        EncodingSemantics detected,
        String tokenizer,
        String weights,
        boolean normalizeModule,
        boolean normalizeKey,
        Map<String, String> prompts,
        Optional<String> defaultPrompt,
        int truncateDim) {
    FolderContents {
        prompts = Map.copyOf(prompts);
    }
}
