package dev.embeam.pipeline.bench;

import dev.embeam.model.SafetensorsWriter;
import dev.embeam.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A model with the tokenizer of another one and a table of random rows: as fast to use as a real one of that width. */
final class RandomModel {
    private RandomModel() {}

    /** Writes it below {@code work} and gives its folder. The tokenizer's model must be on this machine. */
    static String write(String model, int columns, Path work) throws IOException {
        byte[] tokenizer = Files.readAllBytes(tokenizerOf(Path.of(model)));
        Path folder = work.resolve("random-model");
        Files.createDirectories(folder);
        Files.write(folder.resolve("tokenizer.json"), tokenizer);
        int rows = Tokenizer.read(tokenizer, model).vocabularySize();
        float[] table = new float[Math.multiplyExact(rows, columns)];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) random.nextDouble(-1, 1);
        }
        SafetensorsWriter.write(folder.resolve("model.safetensors"), "embedding.weight", table, columns);
        return folder.toString();
    }

    private static Path tokenizerOf(Path model) throws IOException {
        return Stream.of("0_StaticEmbedding/tokenizer.json", "tokenizer.json")
                .map(model::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "there is no tokenizer.json in " + model + "; expected the folder of a model on this machine"));
    }
}
