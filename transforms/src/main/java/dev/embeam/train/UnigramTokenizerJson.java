package dev.embeam.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * The {@code tokenizer.json} of a Unigram vocabulary as Hugging Face tokenizers read it: normalizer Nmt, NFKC, Lowercase;
 * pre-tokenizer Metaspace that puts its mark before every word and splits there; {@code <unk>} as the only special token.
 */
final class UnigramTokenizerJson {
    private static final int SCORE_DECIMALS = 6;

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private UnigramTokenizerJson() {}

    /** The bytes of the file, in UTF-8; equal vocabularies give equal bytes. */
    static byte[] of(PieceVocabulary vocabulary) {
        ObjectNode file = JSON.objectNode().put("version", "1.0");
        file.putNull("truncation").putNull("padding");
        file.putArray("added_tokens").add(unknownToken());
        file.set("normalizer", normalizer());
        file.set("pre_tokenizer", metaspace().put("split", true));
        file.putNull("post_processor");
        file.set("decoder", metaspace().put("split", true));
        file.set("model", model(vocabulary));
        try {
            return new ObjectMapper().writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree made in memory cannot be written as JSON", e);
        }
    }

    private static ObjectNode unknownToken() {
        return JSON.objectNode()
                .put("id", 0)
                .put("content", PieceVocabulary.UNKNOWN)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    private static ObjectNode normalizer() {
        ObjectNode sequence = component("Sequence");
        ArrayNode steps = sequence.putArray("normalizers");
        steps.add(component("Nmt")).add(component("NFKC")).add(component("Lowercase"));
        return sequence;
    }

    private static ObjectNode metaspace() {
        return component("Metaspace")
                .put("replacement", Character.toString(TrainingText.WORD_START))
                .put("prepend_scheme", "always");
    }

    private static ObjectNode model(PieceVocabulary vocabulary) {
        ObjectNode model = component("Unigram").put("unk_id", 0);
        ArrayNode entries = model.putArray("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            entries.addArray()
                    .add(vocabulary.pieces().get(id))
                    .add(decimal(vocabulary.scores()[id]));
        }
        return model.put("byte_fallback", false);
    }

    /** The text of a double depends on the Java version, that of a decimal number does not. */
    private static BigDecimal decimal(double score) {
        return BigDecimal.valueOf(Math.round(score * 1e6), SCORE_DECIMALS);
    }

    private static ObjectNode component(String type) {
        return JSON.objectNode().put("type", type);
    }
}
