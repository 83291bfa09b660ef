package dev.embeam.train;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Hugging Face's own tokenizer for a model folder, adding and cutting nothing. */
final class HuggingFace {
    private HuggingFace() {}

    static HuggingFaceTokenizer open(Path folder) throws IOException {
        Map<String, String> options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        return HuggingFaceTokenizer.newInstance(folder.resolve("0_StaticEmbedding/tokenizer.json"), options);
    }
}
