package dev.embeam.pipeline.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.GoldenSentences;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.RunManifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of {@code encode}, {@code inspect} and evaluations with models of fastText. */
class FastTextEncodeTest {
    private static final String DIRECT = "--runner=DirectRunner";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sg.bin", "sup.bin", "sup-qnorm-cutoff.ftz"})
    void everyRunnerStoresTheSentenceVectorsOfTheTool(String name) throws IOException {
        GoldenSentences golden = GoldenSentences.of(name);
        writeCollection(golden.texts());
        SortedMap<String, StoredRows.Row> direct = encode(golden.model(), "direct", DIRECT);
        assertThat(direct).hasSize(golden.texts().size());
        for (int i = 0; i < golden.texts().size(); i++) {
            assertThat(StoredRows.row(direct, "t" + i).vector())
                    .as(golden.texts().get(i))
                    .isEqualTo(hex(golden.vector(i)));
        }
        assertThat(encode(golden.model(), "one", "--parallelism=1")).isEqualTo(direct);
        assertThat(encode(golden.model(), "four", "--parallelism=4")).isEqualTo(direct);
    }

    @Test
    void frequenciesOfTheCollectionAreCountedFirstWhateverTheRunner() throws IOException {
        writeCollection(List.of("the the in", "the model zzxxqq", ""));
        Path model = SharedFiles.path("golden/fasttext/models/sg.bin");
        String[] sif = {"--pooling=sif", "--sifFrequencies=collection"};
        SortedMap<String, StoredRows.Row> direct = encode(model, "direct", DIRECT, sif[0], sif[1]);
        Path counts = folder.resolve("direct/word-counts.tsv");
        assertThat(Files.readAllLines(counts)).startsWith("\t6").contains("the\t3", "in\t1", "model\t1");
        assertThat(encode(model, "four", "--parallelism=4", sif[0], sif[1])).isEqualTo(direct);
        assertThat(encode(model, "again", DIRECT, sif[0], "--sifFrequencies=" + counts))
                .isEqualTo(direct);
        assertThat(encode(model, "other", DIRECT, sif[0])).isNotEqualTo(direct);
        assertThat(StoredRows.manifest(folder.resolve("again")).modelFingerprint())
                .as("the counts decide, not where they lie")
                .isEqualTo(StoredRows.manifest(folder.resolve("direct")).modelFingerprint());
    }

    @Test
    void manifestTellsTheModel() throws IOException {
        writeCollection(List.of("the green house", "zzxxqq", "", "a b c d e f"));
        Path model = SharedFiles.path("golden/fasttext/models/sg.bin");
        encode(model, "output", DIRECT, "--maxTokens=3", "--dims=5", "--normalize=on", "--pooling=mean");
        RunManifest manifest = StoredRows.manifest(folder.resolve("output"));
        assertThat(manifest.counts().tokens()).isEqualTo(7);
        assertThat(manifest.counts().truncatedTexts()).isEqualTo(1);
        assertThat(manifest.counts().emptyTexts()).isEqualTo(1);
        assertThat(manifest.width()).isEqualTo(5);
        assertThat(manifest.model())
                .containsEntry("kind", "fasttext")
                .containsEntry("semantics", "fasttext-mean")
                .containsEntry("normalised", "true")
                .containsEntry("segmenter", "none");
        assertThat(manifest.settings()).containsEntry("pooling", "mean");
    }

    @Test
    void textFileOfVectorsEncodes() throws IOException {
        writeCollection(List.of("the", "zzxxqq"));
        SortedMap<String, StoredRows.Row> rows =
                encode(SharedFiles.path("golden/fasttext/models/sg-hs-nosub.vec"), "output", DIRECT, "--pooling=mean");
        assertThat(StoredRows.row(rows, "t0").vector()).isNotEqualTo(hex(new float[10]));
        assertThat(StoredRows.row(rows, "t1").vector()).isEqualTo(hex(new float[10]));
    }

    @Test
    void whatDoesNotFitTheFamilyIsOneLineBeforeTheFirstRecord() throws IOException {
        writeCollection(List.of("red"));
        Path fastText = SharedFiles.path("golden/fasttext/models/sg.bin");
        Path folderModel = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        assertRefused("prompt is \"query: \"", fastText, "--prompt=query: ");
        assertRefused("semantics is \"model2vec\"", fastText, "--semantics=model2vec");
        assertRefused("--pooling is \"median\"", fastText, "--pooling=median");
        assertRefused("--segmenter is \"mecab\"", fastText, "--segmenter=mecab");
        assertRefused("--pooling=sif", fastText, "--sifFrequencies=collection");
        assertRefused("dims is 21", fastText, "--dims=21");
        assertRefused("pooling is \"mean\"", folderModel, "--pooling=mean");
        assertRefused("segmenter is \"kuromoji\"", folderModel, "--segmenter=kuromoji");
        Path none = folder.resolve("none.bin");
        assertRefused("none.bin", none);
        Files.write(none, new byte[100]);
        assertRefused("none.bin", none);
    }

    @Test
    void modelIsDescribed() {
        Invocation run =
                Invocation.of("inspect", "--model=" + SharedFiles.path("golden/fasttext/models/sup-qnorm-cutoff.ftz"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("kind +fasttext\n")
                .containsPattern("trained as +supervised, loss softmax\n")
                .containsPattern("words +10\n")
                .containsPattern("labels +12\n")
                .containsPattern("buckets of n-grams +3,000, of which 690 are kept\n")
                .containsPattern("quantised +yes\n")
                .containsPattern("pooling +line\n");
    }

    @Test
    void evaluationsTakeBothFamiliesSideBySide() throws IOException {
        Path fastText = SharedFiles.path("golden/fasttext/models/sg.bin");
        Path folderModel = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        Files.writeString(folder.resolve("test.jsonl"), """
                {"sentence1":"the house","sentence2":"the house","label":5.0}
                {"sentence1":"red","sentence2":"green","label":0.5}
                {"sentence1":"blue","sentence2":"green blue","label":3.0}
                """);
        Invocation run = Invocation.of(
                "evaluate-sts",
                "--model=" + folderModel + "," + fastText,
                "--test=" + folder.resolve("test.jsonl"),
                "--prefix=red ",
                "--pooling=mean",
                "--bootstrapSamples=10",
                "--output=" + folder.resolve("scores"),
                DIRECT,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("model", "sg.bin");
        Invocation refused = Invocation.of(
                "evaluate-sts",
                "--model=" + fastText,
                "--test=" + folder.resolve("test.jsonl"),
                "--prefix=red ",
                "--output=" + folder.resolve("none"),
                DIRECT);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("prompt is \"red \"").hasLineCount(1);
    }

    @Test
    void retrievalCountsItsCollection() throws IOException {
        writeCollection(List.of("the green house", "the red the", "the"));
        Files.writeString(
                folder.resolve("queries.jsonl"),
                "{\"qid\":\"a\",\"query\":\"the house\",\"relevant_docs\":[\"t0\"]}\n");
        List<String> outputs = new ArrayList<>();
        for (String runner : List.of(DIRECT, "--parallelism=4")) {
            Path output = folder.resolve("scores" + outputs.size());
            Invocation run = Invocation.of(
                    "evaluate-retrieval",
                    "--model=" + SharedFiles.path("golden/fasttext/models/sg.bin"),
                    "--input=" + folder.resolve("a.jsonl"),
                    "--queries=" + folder.resolve("queries.jsonl"),
                    "--pooling=sif",
                    "--sifFrequencies=collection",
                    "--bootstrapSamples=10",
                    "--output=" + output,
                    runner,
                    "--progress=none");
            assertThat(run.err()).isEmpty();
            try (var files = Files.list(output)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .noneMatch(name -> name.contains("word-counts") || name.startsWith("."));
            }
            outputs.add(Files.readString(output.resolve("scores.json")));
        }
        assertThat(outputs.get(1)).isEqualTo(outputs.get(0));
    }

    private void assertRefused(String message, Path model, String... flags) {
        Path output = folder.resolve("refused");
        Invocation run = Invocation.of(words(model, output, flags));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    private SortedMap<String, StoredRows.Row> encode(Path model, String name, String... flags) throws IOException {
        Path output = folder.resolve(name);
        Invocation run = Invocation.of(words(model, output, flags));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return StoredRows.of(output);
    }

    private String[] words(Path model, Path output, String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "encode",
                "--input=" + folder.resolve("a.jsonl"),
                "--model=" + model,
                "--output=" + output,
                "--progress=none"));
        words.addAll(List.of(flags));
        return words.toArray(String[]::new);
    }

    private void writeCollection(List<String> texts) throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lines.append(json.writeValueAsString(Map.of("id", "t" + i, "text", texts.get(i))))
                    .append('\n');
        }
        Files.writeString(folder.resolve("a.jsonl"), lines.toString());
    }

    private static String hex(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return HexFormat.of().formatHex(bytes.array());
    }
}
