package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.MemoryChannel;
import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Model files with a few bytes changed, cut, doubled or put in: refused with a message, or read, and then texts have vectors.
 * {@code -Dtest.mutations=10000} makes as many of each file.
 */
class FastTextFuzzTest {
    private static final int MUTATIONS = Integer.getInteger("test.mutations", 100);
    private static final byte[] TEXT =
            "rain unseenword дождь </s> __label__en.weather 雨が降る\n".getBytes(StandardCharsets.UTF_8);

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(GoldenModels.path("models"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void mutatedFilesAreRefusedOrRead(String name) throws IOException {
        byte[] original = GoldenModels.bytes("models/" + name);
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] file = mutate(original, Seeds.random(i));
            try {
                if (name.endsWith(".vec")) {
                    assertReads(VecReader.read(new MemoryChannel(file), name), i);
                } else {
                    assertReads(FastTextReader.read(new MemoryChannel(file), name), i);
                }
                accepted++;
            } catch (CorruptDataException e) {
                assertThat(e.getMessage()).as(Seeds.describe(i)).contains(name, "expected");
            }
        }
        // Mutations of numbers alone leave a file that is as good as before.
        assertThat(accepted).as(name).isBetween(1, MUTATIONS * 9 / 10);
    }

    private static void assertReads(FastTextModel model, int testCase) {
        for (WordPooling.Kind kind : List.of(WordPooling.Kind.FASTTEXT, WordPooling.Kind.MEAN)) {
            FastTextEncoder encoder = FastTextEncoder.of(model, WordPooling.of(kind));
            FastTextSession session = encoder.newSession(0);
            TokenIds codes = new TokenIds();
            session.tokenize(TEXT, 0, TEXT.length, codes);
            float[] vector = new float[encoder.dim()];
            session.encode(codes.array(), 0, codes.size(), vector, 0);
            assertThat(session.tokens()).as(Seeds.describe(testCase)).isBetween(3, 6);
        }
    }

    /** Every other change is made where lengths and marks stand: near the start, or near the end. */
    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] file = original.clone();
        for (int change = random.nextInt(1, 3); change > 0; change--) {
            int place = (int) Math.exp(random.nextDouble() * Math.log(file.length)) - 1;
            int at = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(file.length);
                case 1 -> file.length - 1 - place;
                default -> place;
            };
            switch (random.nextInt(7)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                case 2 -> file[at] = (byte) (random.nextBoolean() ? 0 : 0xFF);
                case 3 -> file = Arrays.copyOf(file, Math.max(1, at));
                case 4 -> putNumber(file, at & ~3, random);
                case 5 -> file = splice(file, at, new byte[] {(byte) random.nextInt(256)});
                default -> file = splice(file, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + 4)));
            }
        }
        return file;
    }

    private static void putNumber(byte[] file, int at, SplittableRandom random) {
        if (at + Integer.BYTES <= file.length) {
            int[] numbers = {0, 1, -1, 2, 12, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt(10_000), 1 << 30};
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, numbers[random.nextInt(numbers.length)]);
        }
    }

    private static byte[] splice(byte[] file, int at, byte[] inserted) {
        byte[] longer = Arrays.copyOf(file, file.length + inserted.length);
        System.arraycopy(inserted, 0, longer, at, inserted.length);
        System.arraycopy(file, at, longer, at + inserted.length, file.length - at);
        return longer;
    }
}
