package dev.embeam.fasttext.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.FileAccess;
import dev.embeam.compress.Recipe;
import dev.embeam.compress.RowForm;
import dev.embeam.compress.Shrinker;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fixture.GoldenSentences;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.model.EncodingSemantics;
import dev.embeam.model.ModelCard;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.Normalization;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TokenBatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentEncoderTest {
    private static final FileAccess FILES = path -> Files.newByteChannel(Path.of(path));
    private static final ModelSettings SETTINGS = ModelSettings.defaults();
    private static final DocumentSettings AS_THE_TOOL = DocumentSettings.defaults();

    static List<String> models() throws IOException {
        return GoldenSentences.names();
    }

    @ParameterizedTest
    @MethodSource("models")
    void documentsHaveTheSentenceVectorsOfTheTool(String name) throws IOException {
        GoldenSentences golden = GoldenSentences.of(name);
        DocumentEncoder encoder = read(name, SETTINGS, AS_THE_TOOL);
        float[] vectors = encode(encoder, golden.texts().toArray(String[]::new)).vectors();
        assertThat(bits(vectors)).isEqualTo(bits(golden.vectors()));
    }

    @Test
    void countsAreOfWordsNotOfRows() throws IOException {
        DocumentEncoder encoder = read("sg.bin", SETTINGS, AS_THE_TOOL);
        EmbeddingBatch batch = encode(encoder, "the  the zzxxqq", "", " \t ");
        assertThat(batch.counts().documents()).isEqualTo(3);
        assertThat(batch.counts().tokens()).isEqualTo(3);
        assertThat(batch.counts().unknownTokens()).isEqualTo(1);
        assertThat(batch.counts().emptyTexts()).isEqualTo(2);
        assertThat(batch.counts().truncatedTexts()).isZero();
    }

    @Test
    void limitCountsWords() throws IOException {
        DocumentEncoder encoder = read("sg.bin", SETTINGS.withMaxTokens(2), AS_THE_TOOL);
        EmbeddingBatch cut = encode(encoder, "the zzxxqq the the", "the zzxxqq");
        assertThat(cut.counts().truncatedTexts()).isEqualTo(1);
        assertThat(vector(cut, 0)).isEqualTo(vector(cut, 1));
        assertThat(encoder.tokenizesAlike(2, 2)).isTrue();
        assertThat(encoder.tokenizesAlike(2, 3)).isFalse();
    }

    @Test
    void halfASurrogatePairIsTheReplacementCharacter() throws IOException {
        EmbeddingBatch batch = encode(read("sg.bin", SETTINGS, AS_THE_TOOL), "the x\uD83D", "the x\uFFFD");
        assertThat(vector(batch, 0)).isEqualTo(vector(batch, 1));
    }

    @Test
    void narrowVectorsAreLeadingColumnsBroughtToLengthOneAfterwards() throws IOException {
        float[] whole =
                encode(read("sg.bin", SETTINGS, AS_THE_TOOL), "the green house").vectors();
        float[] expected = Arrays.copyOf(whole, 7);
        DocumentEncoder narrow = read("sg.bin", SETTINGS.withDims(7), AS_THE_TOOL);
        assertThat(encode(narrow, "the green house").vectors()).isEqualTo(expected);
        assertThat(narrow.dim()).isEqualTo(7);
        VectorKernels.normalize(expected, 0, 7);
        ModelSettings length = SETTINGS.withDims(7).withNormalization(Normalization.ON);
        assertThat(encode(read("sg.bin", length, AS_THE_TOOL), "the green house")
                        .vectors())
                .isEqualTo(expected);
    }

    @Test
    void kuromojiSeparatesWordsAsSpacesDo() throws IOException {
        EmbeddingBatch segmented =
                encode(read("sg.bin", SETTINGS, AS_THE_TOOL.withSegmenter(Segmenter.KUROMOJI)), "東京都に住む。", "　", "");
        assertThat(segmented.counts().tokens()).isGreaterThan(3);
        assertThat(segmented.counts().emptyTexts()).isEqualTo(2);
        EmbeddingBatch spaced = encode(read("sg.bin", SETTINGS, AS_THE_TOOL), "東京 都 に 住む 。");
        assertThat(vector(segmented, 0)).isEqualTo(vector(spaced, 0));
    }

    @Test
    void sifTakesFrequenciesOfTheCollection(@TempDir Path folder) throws IOException {
        DocumentEncoder counting =
                read("sg.bin", SETTINGS, AS_THE_TOOL.withPooling(WordPooling.Kind.MEAN_OF_NORMALIZED));
        TokenBatch tokens = counting.newTokenizing().tokenize(batch("the the zzxxqq", "the model"));
        Path counts = write(folder, counting, counting.tally(tokens));
        assertThat(Files.readAllLines(counts)).contains("\t5", "the\t3", "model\t1");
        float[] the = encode(read("sg.bin", SETTINGS, AS_THE_TOOL.withPooling(WordPooling.Kind.MEAN)), "the")
                .vectors();
        float[] weighted = encode(read("sg.bin", SETTINGS, AS_THE_TOOL.withSif(0.25, counts.toString())), "the")
                .vectors();
        float weight = (float) (0.25 / (0.25 + 3 / 5.0));
        for (int i = 0; i < the.length; i++) {
            assertThat(weighted[i]).isEqualTo(weight * the[i]);
        }
    }

    @Test
    void countsOfAnotherModelAreRefused(@TempDir Path folder) throws IOException {
        DocumentEncoder other = read("cbow.bin", SETTINGS, AS_THE_TOOL);
        Path counts = write(folder, other, Map.of(0, 1L, WordTally.ALL_TOKENS, 1L));
        assertThatThrownBy(() -> read("sg.bin", SETTINGS, AS_THE_TOOL.withSif(1e-3, counts.toString())))
                .hasMessageContaining("there are counts of");
        Path renamed = folder.resolve("renamed.tsv");
        Files.writeString(renamed, Files.readString(counts).replace("the\t", "thy\t"));
        assertThatThrownBy(() -> read("cbow.bin", SETTINGS, AS_THE_TOOL.withSif(1e-3, renamed.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(renamed.toString())
                .hasMessageContaining("cbow.bin");
        Files.writeString(counts, "\t3\nthe\tmany\n");
        assertThatThrownBy(() -> read("sg.bin", SETTINGS, AS_THE_TOOL.withSif(1e-3, counts.toString())))
                .hasMessageContaining(counts.toString())
                .hasMessageContaining("line 2")
                .hasMessageContaining("many");
    }

    @Test
    void compactFilesEncodeAndCountAsTheModelTheyComeFrom(@TempDir Path folder) throws IOException {
        Path compact = folder.resolve("sg.ecf");
        Path original = SharedFiles.path("golden/fasttext/models/sg.bin");
        try (FileChannel in = FileChannel.open(original);
                FileChannel out = FileChannel.open(compact, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            new Shrinker(FastTextReader.readWithoutOutput(in, "sg.bin"))
                    .write(Recipe.all(RowForm.FLOAT32, Recipe.Method.EMBEAM), out);
        }
        DocumentEncoder encoder = DocumentEncoder.read(FILES, compact.toString(), SETTINGS, AS_THE_TOOL);
        String[] texts = {"the model in the zzxxqq", "", "大阪 zzxxqq the"};
        EmbeddingBatch expected = encode(read("sg.bin", SETTINGS, AS_THE_TOOL), texts);
        EmbeddingBatch batch = encode(encoder, texts);
        assertThat(batch.counts()).isEqualTo(expected.counts());
        assertThat(batch.vectors()).usingComparatorWithPrecision(1e-5f).containsExactly(expected.vectors());
        Path counts =
                write(folder, encoder, encoder.tally(encoder.newTokenizing().tokenize(batch(texts))));
        assertThat(Files.readAllLines(counts)).contains("\t8", "the\t3", "model\t1", "in\t1");
        assertThat(encoder.card().table()).isEqualTo("compact");
        assertThat(encoder.card().details()).containsEntry("words", "670");
    }

    @Test
    void fingerprintTellsEverythingThatDecidesAVectorAndNothingElse() throws IOException {
        List<String> others = List.of(
                read("cbow.bin", SETTINGS, AS_THE_TOOL).fingerprint(),
                read("sg.bin", SETTINGS.withDims(3), AS_THE_TOOL).fingerprint(),
                read("sg.bin", SETTINGS.withMaxTokens(3), AS_THE_TOOL).fingerprint(),
                read("sg.bin", SETTINGS.withNormalization(Normalization.ON), AS_THE_TOOL)
                        .fingerprint(),
                read("sg.bin", SETTINGS, AS_THE_TOOL.withPooling(WordPooling.Kind.MEAN))
                        .fingerprint(),
                read("sg.bin", SETTINGS, AS_THE_TOOL.withPooling(WordPooling.Kind.SIF))
                        .fingerprint(),
                read("sg.bin", SETTINGS, AS_THE_TOOL.withSif(0.1, DocumentSettings.OF_MODEL))
                        .fingerprint(),
                read("sg.bin", SETTINGS, AS_THE_TOOL.withSegmenter(Segmenter.KUROMOJI))
                        .fingerprint());
        String plain = read("sg.bin", SETTINGS, AS_THE_TOOL).fingerprint();
        Set<String> all = new HashSet<>(others);
        all.add(plain);
        assertThat(all).hasSize(9);
        ModelSettings same = SETTINGS.withMaxTokens(0).withNormalization(Normalization.OFF);
        DocumentSettings normalized = AS_THE_TOOL.withPooling(WordPooling.Kind.MEAN_OF_NORMALIZED);
        assertThat(read("sg.bin", same, normalized).fingerprint()).isEqualTo(plain);
    }

    @Test
    void cardShowsTheModel() throws IOException {
        ModelCard card = read("sup-qnorm-cutoff.ftz", SETTINGS, AS_THE_TOOL).card();
        assertThat(card.kind()).isEqualTo("fasttext");
        assertThat(card.semantics()).isEqualTo("fasttext-line");
        assertThat(card.tokenizerType()).isEqualTo("fasttext");
        assertThat(card.rows()).isEqualTo(700);
        assertThat(card.table()).isEqualTo("product-quantised");
        assertThat(card.normalized()).isFalse();
        assertThat(card.details())
                .containsEntry("labels", "12")
                .containsEntry("buckets of n-grams", "3,000, of which 690 are kept")
                .containsEntry("quantised", "yes");
    }

    @Test
    void whatOnlyStaticModelsHaveIsRefused() {
        assertRefused(SETTINGS.withPrompt("query: "), "prompt is \"query: \"");
        assertRefused(SETTINGS.withPromptName("query"), "promptName");
        assertRefused(SETTINGS.withSemantics(EncodingSemantics.MODEL2VEC), "semantics is \"model2vec\"");
        assertRefused(SETTINGS.withDims(21), "dims is 21");
        assertThatThrownBy(() -> read("sg.bin", SETTINGS, AS_THE_TOOL.withSif(1, DocumentSettings.OF_COLLECTION)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word-counts.tsv");
        assertThatThrownBy(() -> new DocumentSettings(WordPooling.Kind.MEAN, 0.5, "model", Segmenter.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--pooling=sif");
    }

    private static void assertRefused(ModelSettings settings, String message) {
        assertThatThrownBy(() -> read("sg.bin", settings, AS_THE_TOOL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("sg.bin");
    }

    private static Path write(Path folder, DocumentEncoder encoder, Map<Integer, Long> tally) throws IOException {
        Path file = folder.resolve("word-counts.tsv");
        try (OutputStream out = Files.newOutputStream(file)) {
            encoder.write(tally, out);
        }
        return file;
    }

    private static DocumentEncoder read(String name, ModelSettings settings, DocumentSettings documents) {
        Path path = SharedFiles.path("golden/fasttext/models/" + name);
        return DocumentEncoder.read(FILES, path.toString(), settings, documents);
    }

    private static EmbeddingBatch encode(DocumentEncoder encoder, String... texts) {
        return encoder.encode(encoder.newTokenizing().tokenize(batch(texts)));
    }

    private static DocumentBatch batch(String... texts) {
        return new DocumentBatch(DocumentKeys.ofIds(texts), TextColumn.of(texts));
    }

    private static float[] vector(EmbeddingBatch batch, int text) {
        return Arrays.copyOfRange(batch.vectors(), text * batch.dim(), (text + 1) * batch.dim());
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }
}
