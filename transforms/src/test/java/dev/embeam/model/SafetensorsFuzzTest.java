package dev.embeam.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.SafetensorsBytes;
import dev.embeam.fixture.Seeds;
import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.Float16;
import dev.embeam.schema.CorruptDataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Small files with a few bytes changed, cut, doubled or put in: refused with a message, or read for what they now say. */
class SafetensorsFuzzTest {
    private static final int MUTATIONS = 10_000;

    private static final List<byte[]> FILES = List.of(
            new SafetensorsBytes().addFloats("embeddings", 3, 1, 2, 3, 4, 5, 6).build(),
            new SafetensorsBytes()
                    .add("embeddings", "F16", "3,2", SafetensorsBytes.shorts(0x3c00, 0x3800, 0, 0x4200, 1, 0x8001))
                    .build(),
            new SafetensorsBytes()
                    .add("embeddings", "F64", "2,2", SafetensorsBytes.doubles(1, 2, 3, 4))
                    .build(),
            new SafetensorsBytes().add("embeddings", "I8", "4,2", new byte[8]).build());

    @Test
    void mutatedFilesAreRefusedOrReadCorrectly() {
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            SplittableRandom random = Seeds.random(i);
            byte[] file = mutate(FILES.get(i % FILES.size()), random);
            try {
                Safetensors tensors = Safetensors.read(new MemoryFolder(file), "model.safetensors");
                Tensor tensor = ModelTensors.tableOf(tensors);
                try (MatrixReader reader = tensors.open(tensor, 0)) {
                    assertReadsWhatStandsThere(reader.table(), tensor, file, Seeds.describe(i));
                }
                accepted++;
            } catch (CorruptDataException e) {
                assertThat(e.getMessage()).as(Seeds.describe(i)).contains("expected");
            }
        }
        // Mutations of the numbers alone leave a file that is as good as before.
        assertThat(accepted).isBetween(MUTATIONS / 100, MUTATIONS * 3 / 4);
    }

    private static void assertReadsWhatStandsThere(EmbeddingTable table, Tensor tensor, byte[] file, String seed) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        float[] numbers = SafetensorsTest.numbers(table);
        assertThat(tensor.position() + (long) numbers.length * tensor.type().width())
                .as(seed)
                .isLessThanOrEqualTo(file.length);
        for (int i = 0; i < numbers.length; i++) {
            int at = (int) tensor.position() + i * tensor.type().width();
            float expected = switch (tensor.type()) {
                case F32 -> bytes.getFloat(at);
                case F64 -> (float) bytes.getDouble(at);
                case F16 -> Float16.toFloat(bytes.getShort(at));
                case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
                default -> bytes.get(at);
            };
            // Adding to a sum that starts at 0 turns -0 into 0, which equal each other.
            assertThat(numbers[i] == expected).as(seed).isTrue();
        }
    }

    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] file = original.clone();
        for (int change = random.nextInt(1, 3); change > 0; change--) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(6)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                case 2 -> file[at] = (byte) ('0' + random.nextInt(10));
                case 3 -> file = Arrays.copyOf(file, Math.max(1, at));
                case 4 ->
                    file = splice(file, at, new byte[] {
                        "[]{},:\"019-.".getBytes(StandardCharsets.US_ASCII)[random.nextInt(12)]
                    });
                default -> file = splice(file, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + 4)));
            }
        }
        return file;
    }

    private static byte[] splice(byte[] file, int at, byte[] inserted) {
        byte[] longer = Arrays.copyOf(file, file.length + inserted.length);
        System.arraycopy(inserted, 0, longer, at, inserted.length);
        System.arraycopy(file, at, longer, at + inserted.length, file.length - at);
        return longer;
    }
}
