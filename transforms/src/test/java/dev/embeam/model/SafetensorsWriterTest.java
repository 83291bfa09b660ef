package dev.embeam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
    @TempDir
    Path folder;

    @Test
    void headerAndValuesStandAsTheFormatSays() throws IOException {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, "w", new float[] {1, -2, 0.5f, Float.MIN_VALUE, 3, -0.0f}, 2);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        assertThat(header.length % 8).isZero();
        assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing())
                .isEqualTo("{\"w\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]}}");
        for (float value : new float[] {1, -2, 0.5f, Float.MIN_VALUE, 3, -0.0f}) {
            assertThat(bytes.getInt()).isEqualTo(Float.floatToRawIntBits(value));
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void tablesOfManyChunksKeepTheirOrder() throws IOException {
        float[] values = new float[3 * 16_384 + 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Path file = folder.resolve("long.safetensors");
        SafetensorsWriter.write(file, "w", values, 3);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(8 + Math.toIntExact(bytes.getLong(0)));
        float[] read = new float[values.length];
        bytes.asFloatBuffer().get(read);
        assertThat(read).isEqualTo(values);
        assertThat(bytes.remaining()).isEqualTo(values.length * Float.BYTES);
    }

    @Test
    void valuesThatFillNoWholeRowsAreRefused() {
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("x"), "w", new float[5], 2))
                .hasMessageContaining("5 values for 2 columns");
    }

    @Test
    void namesThatNeedEscapesAreRefused() {
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("x"), "a\"b", new float[2], 2))
                .hasMessageContaining("'a\"b'");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
