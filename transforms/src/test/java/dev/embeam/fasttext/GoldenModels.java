package dev.embeam.fasttext;

import dev.embeam.fixture.PrintedNumber;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The models and expected values that fasttext 0.9.2 made. */
final class GoldenModels {
    private GoldenModels() {}

    static Path path(String relative) {
        return SharedFiles.path("golden/fasttext/" + relative);
    }

    /** Names of all {@code .bin} and {@code .ftz} files. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".vec"))
                    .sorted()
                    .toList();
        }
    }

    static FastTextModel read(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(path("models/" + name))) {
            return FastTextReader.read(channel, name);
        }
    }

    static FastTextEncoder encoder(String name, WordPooling pooling) throws IOException {
        try (FileChannel channel = FileChannel.open(path("models/" + name))) {
            return FastTextEncoder.read(channel, name, pooling);
        }
    }

    static byte[] bytes(String relative) throws IOException {
        return Files.readAllBytes(path(relative));
    }

    static float[] floats(String relative) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(relative)).order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(floats);
        return floats;
    }

    /** The bytes between LF, and what is behind the last one unless that is nothing. */
    static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, start, i));
                start = i + 1;
            }
        }
        if (start < text.length) {
            lines.add(Arrays.copyOfRange(text, start, text.length));
        }
        return lines;
    }

    /** As the tool prints vectors: five digits and a space after each number. */
    static String printed(float[] vector) {
        StringBuilder line = new StringBuilder();
        for (float number : vector) {
            line.append(PrintedNumber.of(number, 5)).append(' ');
        }
        return line.toString();
    }

    /** Bytes as text that keeps each of them apart. */
    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
