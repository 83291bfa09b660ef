package dev.embeam.compress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.fixture.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;

/** What compress-fasttext 0.1.5 made of a small skipgram model of 670 words, 20 columns and 2,500 buckets. */
final class Golden {
    static final int DIM = 20;

    private Golden() {}

    static FastTextModel model() {
        return model("sg.bin");
    }

    static FastTextModel model(String name) {
        try (FileChannel channel = FileChannel.open(SharedFiles.path("golden/fasttext/models/" + name))) {
            return FastTextReader.readWithoutOutput(channel, name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> queries() throws IOException {
        return Files.readAllLines(SharedFiles.path("golden/fasttext/inputs/words.txt"));
    }

    static JsonNode json(String name) throws IOException {
        return new ObjectMapper()
                .readTree(SharedFiles.path("golden/fasttext/expected/compress/" + name)
                        .toFile());
    }

    static ByteBuffer bytes(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(SharedFiles.path("golden/fasttext/expected/compress/" + name)))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] file(Shrinker shrinker, Recipe recipe) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            shrinker.write(recipe, Channels.newChannel(out));
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static CompactModel read(byte[] file) {
        try {
            return CompactReader.read(StoredBytes.of(file), "model.ecf", true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static CompactModel shrunk(Recipe recipe) {
        return read(file(new Shrinker(model()), recipe));
    }
}
