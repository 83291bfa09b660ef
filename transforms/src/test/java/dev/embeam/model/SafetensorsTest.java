package dev.embeam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.SafetensorsBytes;
import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.EmbeddingTable.Precision;
import dev.embeam.kernel.Pooling;
import dev.embeam.schema.CorruptDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void everyPrecisionGivesItsNumbers() throws Exception {
        float[] expected = {1, -2, 0.5f, 3, 0, 100};
        Files.write(
                folder.resolve("model.safetensors"),
                new SafetensorsBytes()
                        .add("f32", "F32", "3,2", SafetensorsBytes.floats(expected))
                        .add("f16", "F16", "3,2", SafetensorsBytes.shorts(0x3c00, 0xc000, 0x3800, 0x4200, 0, 0x5640))
                        .add("bf16", "BF16", "3,2", SafetensorsBytes.shorts(0x3f80, 0xc000, 0x3f00, 0x4040, 0, 0x42c8))
                        .add("f64", "F64", "3,2", SafetensorsBytes.doubles(1, -2, 0.5, 3, 0, 100))
                        .build());
        Safetensors file = Safetensors.read(ModelFolder.of(folder), "model.safetensors");
        assertThat(numbers(table(file, "f32", 2))).isEqualTo(expected);
        assertThat(numbers(table(file, "f16", 2))).isEqualTo(expected);
        assertThat(numbers(table(file, "bf16", 2))).isEqualTo(expected);
        assertThat(numbers(table(file, "f64", 2))).isEqualTo(expected);
        assertThat(numbers(table(file, "f64", 1))).containsExactly(1, 0.5f, 0);
        assertThat(table(file, "f16", 2).precision()).isEqualTo(Precision.FLOAT16);
        assertThat(table(file, "bf16", 2).precision()).isEqualTo(Precision.FLOAT32);
    }

    @Test
    void bytesStayWholeNumbers() throws Exception {
        Safetensors file = read(new SafetensorsBytes()
                .add("i8", "I8", "2,3", new byte[] {1, -2, 127, -128, 0, 5})
                .build());
        assertThat(table(file, "i8", 2).precision()).isEqualTo(Precision.INT8);
        assertThat(numbers(table(file, "i8", 2))).containsExactly(1, -2, -128, 0);
    }

    @Test
    void rowsOfSeveralChunksKeepTheirOrder() throws Exception {
        float[] values = new float[5000 * 100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Safetensors file =
                read(new SafetensorsBytes().addFloats("t", 100, values).build());
        float[] columns = numbers(table(file, "t", 3));
        for (int row = 0; row < 5000; row++) {
            assertThat(columns[3 * row + 2]).isEqualTo(values[100 * row + 2]);
        }
    }

    @Test
    void metadataIsNoTensorAndPaddingIsAllowed() throws Exception {
        Safetensors file = read(SafetensorsBytes.file(
                "{\"__metadata__\":{\"format\":\"pt\"},\"t\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}    ",
                SafetensorsBytes.floats(7)));
        assertThat(numbers(table(file, "t", 1))).containsExactly(7);
        assertThat(file.describeTensors()).isEqualTo("{t F32 [1, 1]}");
    }

    @Test
    void damagedFilesAreRefused() {
        byte[] four = new byte[4];
        assertRefused(new byte[3]).hasMessageContaining("3 bytes");
        assertRefused(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0}).hasMessageContaining("18446744073709551615");
        assertRefused(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'}).hasMessageContaining("a header of 9 bytes");
        assertRefused(SafetensorsBytes.file("[]", four)).hasMessageContaining("a list");
        assertRefused(SafetensorsBytes.file("{} x", four)).hasMessageContaining("no JSON");
        assertRefused(SafetensorsBytes.file("{}", four)).hasMessageContaining("14 bytes");
        assertRefused(tensor("F33", "[1]", "[0,4]", four)).hasMessageContaining("F33");
        assertRefused(tensor("F32", "[1]", "[0,8]", new byte[8])).hasMessageContaining("8 bytes");
        assertRefused(tensor("F32", "[-1]", "[0,4]", four)).hasMessageContaining("-1");
        assertRefused(tensor("F32", "[1.5]", "[0,4]", four)).hasMessageContaining("1.5");
        assertRefused(tensor("F32", "[1]", "[4,0]", four)).hasMessageContaining("[4, 0]");
        assertRefused(tensor("F32", "[1]", "[4,8]", new byte[8])).hasMessageContaining("start");
        assertRefused(tensor("F32", "[1]", "[0,4]", new byte[3])).hasMessageContaining("cut off");
        assertRefused(tensor("F32", "[1]", "[0,4]", new byte[5])).hasMessageContaining("damaged");
        assertRefused(tensor("F32", "[4611686018427387904,2]", "[0,4]", four)).hasMessageContaining("2^63");
        assertRefused(tensor("F32", "[1]", "[9223372036854775803,9223372036854775807]", four))
                .hasMessageContaining("inside the file");
    }

    @Test
    void tensorsThatOverlapOrRepeatAreRefused() {
        String entry = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        assertRefused(SafetensorsBytes.file("{\"a\":" + entry + ",\"b\":" + entry + "}", new byte[4]))
                .hasMessageContaining("tensor \"b\"");
        assertRefused(SafetensorsBytes.file("{\"a\":" + entry + ",\"a\":" + entry + "}", new byte[4]))
                .hasMessageContaining("Duplicate");
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedWithTheirPlace() throws Exception {
        Safetensors floats = read(
                new SafetensorsBytes().addFloats("t", 2, 1, 2, 3, Float.NaN).build());
        assertThatThrownBy(() -> table(floats, "t", 2)).hasMessageContaining("row 1, column 1 is NaN");
        assertThat(numbers(table(floats, "t", 1))).containsExactly(1, 3);
        Safetensors halves = read(new SafetensorsBytes()
                .add("t", "F16", "1,1", SafetensorsBytes.shorts(0x7c00))
                .build());
        assertThatThrownBy(() -> table(halves, "t", 1)).hasMessageContaining("row 0, column 0 is Infinity");
        Safetensors doubles = read(new SafetensorsBytes()
                .add("t", "F64", "1,1", SafetensorsBytes.doubles(1e300))
                .build());
        assertThatThrownBy(() -> table(doubles, "t", 1)).hasMessageContaining("finite in float32");
    }

    private static byte[] tensor(String type, String shape, String offsets, byte[] data) {
        return SafetensorsBytes.file(
                "{\"t\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", data);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] file) {
        return assertThatThrownBy(() -> read(file)).isInstanceOf(CorruptDataException.class);
    }

    private Safetensors read(byte[] file) throws Exception {
        Files.write(folder.resolve("t.safetensors"), file);
        return Safetensors.read(ModelFolder.of(folder), "t.safetensors");
    }

    private static EmbeddingTable table(Safetensors file, String name, int columns) {
        try (MatrixReader reader = file.open(file.tensor(name).orElseThrow(), columns)) {
            return reader.table();
        }
    }

    /** All numbers of a table, row by row, as means of single rows. */
    static float[] numbers(EmbeddingTable table) {
        int[] ids = new int[table.rows()];
        int[] offsets = new int[table.rows() + 1];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = row;
            offsets[row + 1] = row + 1;
        }
        float[] numbers = new float[table.rows() * table.dim()];
        Pooling.mean(table, ids, offsets, numbers);
        return numbers;
    }
}
