package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A tokenizer.json whose only pieces are the 256 bytes, a few letters and the white space mark, so that ids show text
 * after normalisation byte for byte.
 */
final class ByteTokenizerFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ByteTokenizerFile() {}

    /** The file with this normalizer and pre-tokenizer, both JSON, and these added tokens. */
    static byte[] of(String normalizer, String preTokenizer, String addedTokens) {
        try {
            ObjectNode root = JSON.createObjectNode();
            root.put("version", "1.0");
            root.set("added_tokens", JSON.readTree(addedTokens));
            root.set("normalizer", JSON.readTree(normalizer));
            root.set("pre_tokenizer", JSON.readTree(preTokenizer));
            root.set("model", model());
            return JSON.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + normalizer + preTokenizer + addedTokens, e);
        }
    }

    private static ObjectNode model() {
        ObjectNode model = JSON.createObjectNode();
        model.put("type", "Unigram");
        model.put("unk_id", 0);
        model.put("byte_fallback", true);
        ArrayNode vocabulary = model.putArray("vocab");
        vocabulary.addArray().add("<unk>").add(0.0);
        for (int i = 0; i < 256; i++) {
            vocabulary.addArray().add(String.format("<0x%02X>", i)).add(-20.0);
        }
        vocabulary.addArray().add("▁").add(-1.5);
        vocabulary.addArray().add("▁a").add(-2.25);
        vocabulary.addArray().add("か").add(-2.125);
        return model;
    }

    /** One added-token record. */
    static String added(String content, boolean singleWord, boolean left, boolean right, boolean normalized) {
        ObjectNode record = JSON.createObjectNode();
        record.put("id", 0).put("content", content).put("single_word", singleWord);
        record.put("lstrip", left)
                .put("rstrip", right)
                .put("normalized", normalized)
                .put("special", false);
        return record.toString();
    }
}
