package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantizationTest {
    @Test
    void everyByteIsThatOfNumpy() throws Exception {
        List<String> lines = golden();
        float[] min = floats(lines.get(0).split("\t", -1)[1]);
        float[] max = floats(lines.get(1).split("\t", -1)[1]);
        float[] steps = Quantization.steps(min, max);
        for (String line : lines.subList(2, lines.size())) {
            String[] columns = line.split("\t", -1);
            float[] vector = floats(columns[0]);
            byte[] halves = new byte[2 * vector.length];
            byte[] bytes = new byte[vector.length];
            byte[] bits = new byte[(vector.length + 7) / 8];
            Quantization.toFloat16(vector, vector.length, halves);
            Quantization.toInt8(vector, 1, min, steps, bytes);
            Quantization.toBits(vector, 1, vector.length, bits);
            assertThat(HexFormat.of().formatHex(halves)).as(line).isEqualTo(columns[1]);
            assertThat(HexFormat.of().formatHex(bytes)).as(line).isEqualTo(columns[2]);
            assertThat(HexFormat.of().formatHex(bits)).as(line).isEqualTo(columns[3]);
        }
    }

    @Test
    void whatComesBackIsWithinHalfAStep() {
        int dim = 13;
        int rows = 500;
        float[] vectors = random(rows * dim);
        float[] min = new float[dim];
        float[] max = new float[dim];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        Quantization.widen(vectors, rows, min, max);
        float[] steps = Quantization.steps(min, max);
        byte[] encoded = new byte[rows * dim];
        float[] back = new float[rows * dim];
        Quantization.toInt8(vectors, rows, min, steps, encoded);
        Quantization.fromInt8(encoded, rows, min, steps, back);
        for (int i = 0; i < back.length; i++) {
            assertThat(Math.abs(back[i] - vectors[i])).isLessThanOrEqualTo(0.5001f * steps[i % dim]);
        }
    }

    @Test
    void rangesAreTheSmallestAndLargestNumberOfEachColumn() {
        float[] min = {1, -5, Float.POSITIVE_INFINITY};
        float[] max = {2, 5, Float.NEGATIVE_INFINITY};
        Quantization.widen(new float[] {0, 6, 7, 3, -4, -0.0f}, 2, min, max);
        assertThat(min).containsExactly(0, -5, -0.0f);
        assertThat(max).containsExactly(3, 6, 7);
    }

    @Test
    void halvesAndBitsComeBack() {
        float[] vectors = random(6 * 9);
        byte[] halves = new byte[2 * vectors.length];
        float[] back = new float[vectors.length];
        Quantization.toFloat16(vectors, vectors.length, halves);
        Quantization.fromFloat16(halves, vectors.length, back);
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isEqualTo(Float16.toFloat(Float16.fromFloat(vectors[i])));
        }
        byte[] bits = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 77};
        Quantization.toBits(vectors, 6, 9, bits);
        Quantization.fromBits(bits, 6, 9, back);
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isEqualTo(vectors[i] > 0 ? 1f : -1f);
        }
        assertThat(bits[1] & 0x7f).isZero();
        assertThat(bits[12]).isEqualTo((byte) 77);
    }

    @Test
    void arraysThatAreTooShortAreRefused() {
        assertThatThrownBy(() -> Quantization.toFloat16(new float[3], 3, new byte[5]))
                .hasMessage("there are 5 bytes; expected at least 6");
        assertThatThrownBy(() -> Quantization.toBits(new float[3], 1, 4, new byte[1]))
                .hasMessage("there are 3 numbers; expected at least 4");
    }

    private static float[] random(int length) {
        SplittableRandom random = Seeds.random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-2, 2);
        }
        return values;
    }

    private static float[] floats(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    private static List<String> golden() throws Exception {
        try (InputStream in = QuantizationTest.class.getResourceAsStream("/golden/quantization/vectors.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
