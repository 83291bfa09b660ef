package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.MemoryChannel;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.kernel.FloatTable;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.tokenizer.TokenIds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FastTextBadFileTest {
    private static final int VERSION_AT = 4;
    private static final int DIM_AT = 8;
    private static final int MAXN_AT = 48;
    private static final int SIZE_AT = 64;

    @Test
    void everyCutIsRefusedWithThePlace() throws IOException {
        for (String name : List.of("sup-ns.bin", "sup-qnorm-cutoff.ftz", "cbow.bin")) {
            byte[] file = GoldenModels.bytes("models/" + name);
            for (int length = 0; length < file.length; length += length < 200 ? 1 : 997) {
                byte[] cut = Arrays.copyOf(file, length);
                assertRefused(() -> read(cut), "byte ");
                assertRefused(() -> encoder(cut), "expected");
            }
        }
    }

    @Test
    void bytesBehindTheEndAreRefused() throws IOException {
        byte[] file = GoldenModels.bytes("models/sup.bin");
        assertRefused(() -> read(Arrays.copyOf(file, file.length + 1)), "1 bytes behind");
    }

    @Test
    void picklesAreToldBy() {
        byte[] pickle = {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 0, 0, 0, 0, 0};
        assertRefused(() -> read(pickle), "pickle");
    }

    @Test
    void filesFromBeforeMay2017AreToldBy() {
        ByteBuffer old = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        old.putInt(100).putInt(5).putInt(5).putInt(1);
        assertRefused(() -> read(old.array()), "May 2017");
        assertRefused(() -> encoder(old.array()), "May 2017");
    }

    @Test
    void otherVersionsAreRefused() throws IOException {
        for (int version : new int[] {10, 13, -1}) {
            assertRefused(() -> read(with(VERSION_AT, version)), "version " + version);
        }
    }

    @Test
    void settingsThatFitNoFileAreRefused() throws IOException {
        assertRefused(() -> read(with(DIM_AT, 0)), "dim is 0");
        assertRefused(() -> read(with(DIM_AT, 1 << 20)), "dim is 1048576");
        assertRefused(() -> read(with(DIM_AT, 12)), "12");
        assertRefused(() -> read(with(MAXN_AT, 1_000_000)), "maxn is 1000000");
        assertRefused(() -> read(with(SIZE_AT, Integer.MAX_VALUE)), "2147483647 entries");
        assertRefused(() -> read(with(SIZE_AT + 4, -5)), "-5 words");
    }

    @Test
    void prunedModelsThatAreNotQuantizedAreRefused() throws IOException {
        byte[] word = "rain".getBytes(StandardCharsets.US_ASCII);
        Dictionary pruned = new Dictionary(
                word, new int[] {0, 4}, new long[] {1}, 1, 1, Optional.of(PrunedBuckets.of(new int[] {7, 9})));
        FastTextSettings settings =
                SmallModels.skipgram(List.of(word), 2, 20, 3, 6).settings();
        Matrix input = new DenseMatrix(FloatTable.of(new float[6], 2));
        Matrix output = new DenseMatrix(FloatTable.of(new float[2], 2));
        FastTextModel model = new FastTextModel(settings, pruned, input, Optional.of(output));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FastTextWriter.write(model, Channels.newChannel(file));
        assertRefused(() -> read(file.toByteArray()), "pruned, but not quantised");
    }

    @Test
    void poolingThatDoesNotFitIsNoFaultOfTheFile() {
        WordPooling pooling = WordPooling.sif(1e-3, new WordPooling.WordCounts(new long[] {1}, 1));
        assertThatThrownBy(() -> GoldenModels.encoder("sg.bin", pooling))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(CorruptDataException.class)
                .hasMessageContaining("counts of 1 words");
    }

    @Test
    void foreignFilesAreRefused() {
        assertRefused(() -> read("{\"model\": 1}".getBytes(StandardCharsets.US_ASCII)), "magic number");
        assertRefused(() -> encoder("PK\3\4 and more".getBytes(StandardCharsets.US_ASCII)), "magic number");
        assertRefused(() -> encoder(new byte[0]), "the file ends");
    }

    @Test
    void labelsBesideWordsOfUnsupervisedModelsAreRead() throws IOException {
        List<byte[]> entries =
                List.of("rain".getBytes(StandardCharsets.US_ASCII), "__label__x".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FastTextWriter.write(SmallModels.skipgram(entries, 3, 10, 2, 3), Channels.newChannel(file));
        FastTextModel model = read(file.toByteArray());
        assertThat(model.dictionary().labels()).isOne();
        assertThat(model.dictionary().words()).isOne();
    }

    @Test
    void theModelOf176LanguagesIsRead() throws IOException {
        FastTextModel model;
        try (FileChannel channel = FileChannel.open(SharedFiles.path("models/fasttext/lid.176.ftz"))) {
            model = FastTextReader.read(channel, "lid.176.ftz");
        }
        assertThat(model.dictionary().labels()).isEqualTo(176);
        assertThat(model.settings().dim()).isEqualTo(16);
        assertThat(model.isQuantized()).isTrue();
        FastTextEncoder encoder = FastTextEncoder.of(model, WordPooling.of(WordPooling.Kind.FASTTEXT));
        byte[] text = "雨が降っています".getBytes(StandardCharsets.UTF_8);
        TokenIds codes = new TokenIds();
        FastTextSession session = encoder.newSession(0);
        session.tokenize(text, 0, text.length, codes);
        float[] vector = new float[16];
        session.encode(codes.array(), 0, codes.size(), vector, 0);
        assertThat(WordVectors.norm(vector, 0, 16)).isPositive();
    }

    private static byte[] with(int at, int number) throws IOException {
        byte[] file = GoldenModels.bytes("models/sup.bin");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return file;
    }

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("model.bin")
                .hasMessageContaining(message);
    }

    private static FastTextModel read(byte[] file) {
        return FastTextReader.read(new MemoryChannel(file), "model.bin");
    }

    private static FastTextEncoder encoder(byte[] file) {
        return FastTextEncoder.read(
                new MemoryChannel(file), "model.bin", WordPooling.of(WordPooling.Kind.MEAN_OF_NORMALIZED));
    }
}
