package dev.embeam.train;

import dev.embeam.model.SafetensorsWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A static embedding model just trained.
 *
 * @param vocabulary the pieces
 * @param dim width of the vectors
 * @param rows {@code float[vocabulary.size() * dim]}, row-major; owned by the record, not to be changed
 */
public record TrainedModel(PieceVocabulary vocabulary, int dim, float[] rows) {
    private static final String MODULE = "0_StaticEmbedding";

    private static final String MODULES = """
            [
              {
                "idx": 0,
                "name": "0",
                "path": "0_StaticEmbedding",
                "type": "sentence_transformers.models.StaticEmbedding"
              }
            ]
            """;

    private static final String CONFIG = """
            {
              "__version__": {
                "sentence_transformers": "3.3.1"
              },
              "prompts": {},
              "default_prompt_name": null,
              "similarity_fn_name": "cosine"
            }
            """;

    /** Checks that there is a row for every piece. */
    public TrainedModel {
        if (rows.length != (long) vocabulary.size() * dim) {
            throw new IllegalArgumentException("the table holds " + rows.length + " values; expected "
                    + vocabulary.size() + " pieces x " + dim + " columns");
        }
    }

    /**
     * Writes the folder of a sentence-transformers StaticEmbedding model: {@code modules.json}, {@code
     * config_sentence_transformers.json}, {@code 0_StaticEmbedding/tokenizer.json} and {@code
     * 0_StaticEmbedding/model.safetensors} with the float32 tensor {@code embedding.weight}. Folders that are missing are
     * made, files that are there are replaced; {@code modules.json}, by which a reader knows the folder, comes last.
     */
    public void save(Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve(MODULE));
        Files.write(module.resolve("tokenizer.json"), UnigramTokenizerJson.of(vocabulary));
        SafetensorsWriter.write(module.resolve("model.safetensors"), "embedding.weight", rows, dim);
        Files.writeString(folder.resolve("config_sentence_transformers.json"), CONFIG, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("modules.json"), MODULES, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainedModel that
                && dim == that.dim
                && vocabulary.equals(that.vocabulary)
                && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * vocabulary.hashCode() + Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return "TrainedModel[" + vocabulary.size() + " pieces x " + dim + " columns]";
    }
}
