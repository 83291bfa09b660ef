package dev.embeam.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what kind of folder it is and reads its small files; {@link EncodingSemantics} states the rule. */
final class FolderReader {
    private static final String MODULES = "modules.json";
    private static final String CONFIG = "config.json";
    private static final String SENTENCE_TRANSFORMERS_CONFIG = "config_sentence_transformers.json";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String WEIGHTS = "model.safetensors";
    private static final String PICKLE = "pytorch_model.bin";
    private static final String STATIC_EMBEDDING = "StaticEmbedding";
    private static final String NORMALIZE = "Normalize";
    private static final String MODULE_FOLDER = "0_StaticEmbedding/";

    private final ModelFolder folder;

    private FolderReader(ModelFolder folder) {
        this.folder = folder;
    }

    static FolderContents read(ModelFolder folder) {
        FolderReader reader = new FolderReader(folder);
        JsonNode config = reader.optional(CONFIG);
        if (config.path("model_type").asText().equals("model2vec")) {
            return reader.model2vec(config);
        }
        if (reader.has(MODULES)) {
            return reader.sentenceTransformers();
        }
        if (!config.isMissingNode()) {
            return reader.model2vec(config);
        }
        return reader.has(SENTENCE_TRANSFORMERS_CONFIG)
                ? reader.model2vec(reader.optional(SENTENCE_TRANSFORMERS_CONFIG))
                : reader.bare();
    }

    private FolderContents sentenceTransformers() {
        String path = null;
        boolean normalize = false;
        for (JsonNode module : Json.read(folder, MODULES)) {
            String kind = kindOf(module);
            if (kind.equals(STATIC_EMBEDDING) && path == null) {
                path = prefix(module.path("path").asText());
            } else if (kind.equals(NORMALIZE) && path != null) {
                normalize = true;
            } else {
                throw refusal(
                        MODULES,
                        "module \"" + module.path("type").asText() + "\"",
                        "one StaticEmbedding, then at most a Normalize; other kinds of models cannot be encoded here");
            }
        }
        if (path == null) {
            throw refusal(MODULES, "no module StaticEmbedding", "one; other kinds of models cannot be encoded here");
        }
        JsonNode config = optional(SENTENCE_TRANSFORMERS_CONFIG);
        return contents(
                FolderKind.SENTENCE_TRANSFORMERS, EncodingSemantics.SENTENCE_TRANSFORMERS, path, normalize, config);
    }

    private FolderContents model2vec(JsonNode config) {
        boolean nested = !has(WEIGHTS) && has(MODULE_FOLDER + WEIGHTS);
        boolean normalizeModule = false;
        for (JsonNode module : optional(MODULES)) {
            normalizeModule |= kindOf(module).equals(NORMALIZE);
        }
        return contents(
                FolderKind.MODEL2VEC,
                EncodingSemantics.MODEL2VEC,
                nested ? MODULE_FOLDER : "",
                normalizeModule,
                config);
    }

    /** The class of a module without its packages, which have moved between versions. */
    private static String kindOf(JsonNode module) {
        String type = module.path("type").asText();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private FolderContents bare() {
        return contents(FolderKind.BARE, EncodingSemantics.SENTENCE_TRANSFORMERS, "", false, MissingNode.getInstance());
    }

    private FolderContents contents(
            FolderKind kind, EncodingSemantics semantics, String prefix, boolean normalizeModule, JsonNode config) {
        require(prefix + WEIGHTS, prefix);
        require(prefix + TOKENIZER, prefix);
        return new FolderContents(
                kind,
                semantics,
                prefix + TOKENIZER,
                prefix + WEIGHTS,
                normalizeModule,
                config.path("normalize").asBoolean(false),
                prompts(config),
                Optional.ofNullable(config.path("default_prompt_name").textValue()),
                truncateDim(config));
    }

    private Map<String, String> prompts(JsonNode config) {
        Map<String, String> prompts = new HashMap<>();
        config.path("prompts").fields().forEachRemaining(field -> {
            if (!field.getValue().isTextual()) {
                throw refusal(SENTENCE_TRANSFORMERS_CONFIG, "prompt " + field.getKey() + " is no text", "a text");
            }
            prompts.put(field.getKey(), field.getValue().textValue());
        });
        return prompts;
    }

    private int truncateDim(JsonNode config) {
        JsonNode dim = config.path("truncate_dim");
        if (dim.isMissingNode() || dim.isNull()) {
            return 0;
        }
        if (!dim.canConvertToInt() || !dim.isIntegralNumber() || dim.intValue() < 1) {
            throw refusal(SENTENCE_TRANSFORMERS_CONFIG, "truncate_dim is " + dim, "a number of columns, or null");
        }
        return dim.intValue();
    }

    private void require(String name, String prefix) {
        if (has(name)) {
            return;
        }
        if (name.endsWith(WEIGHTS) && has(prefix + PICKLE)) {
            throw refusal(
                    prefix + PICKLE,
                    "the weights are a Python pickle, which can run code when it is read",
                    WEIGHTS + ": save the model again with safe_serialization=True");
        }
        throw new CorruptDataException(
                folder.location(), "", "there is no " + name, "a folder with " + prefix + TOKENIZER + " and " + name);
    }

    /** The folder of a module as the start of names: {@code .} and nothing both mean the model's own folder. */
    private static String prefix(String path) {
        String clean = path.startsWith("./") ? path.substring(2) : path;
        if (clean.isEmpty() || clean.equals(".")) {
            return "";
        }
        return clean.endsWith("/") ? clean : clean + "/";
    }

    private boolean has(String name) {
        try {
            return folder.exists(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for " + folder.describe(name) + ": " + e.getMessage(), e);
        }
    }

    private JsonNode optional(String name) {
        return has(name) ? Json.read(folder, name) : MissingNode.getInstance();
    }

    private CorruptDataException refusal(String name, String actual, String expected) {
        return new CorruptDataException(folder.describe(name), "", actual, expected);
    }
}
