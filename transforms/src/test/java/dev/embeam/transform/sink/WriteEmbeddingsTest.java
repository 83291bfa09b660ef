package dev.embeam.transform.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.coder.EmbeddingBatchCoder;
import dev.embeam.schema.json.FailedRecordJson;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.schema.parquet.EncodedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteEmbeddingsTest {
    private static final int DIM = 5;
    private static final int UNIQUE = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyPrecisionIsWrittenAsTheCodecSays(Precision precision) throws Exception {
        List<EmbeddingBatch> batches = batches(40, UNIQUE, Seeds.random(1));
        run(settings(precision), batches, List.of());

        RunManifest manifest = manifest();
        Calibration expectedRanges = precision == Precision.INT8 ? ranges(batches) : Calibration.NONE;
        assertThat(manifest.calibration()).isEqualTo(expectedRanges);
        VectorCodec codec = VectorCodec.of(precision, DIM, expectedRanges);
        Map<String, String> expected = new TreeMap<>();
        for (EmbeddingBatch batch : batches) {
            byte[] encoded = new byte[codec.bytes(batch.size())];
            codec.encode(batch.vectors(), batch.size(), encoded);
            collect(batch.keys(), encoded, expected);
        }
        assertThat(rows(manifest)).isEqualTo(expected);
        assertThat(manifest.counts().documents()).isEqualTo(expected.size());
        assertThat(manifest.counts().tokens()).isEqualTo(3L * expected.size());
        assertThat(manifest.kernels()).containsExactly("scalar");
        assertThat(manifest.seconds()).containsOnlyKeys("encode", "publish");
        assertThat(names(folder)).containsExactlyInAnyOrder("data", "manifest.json");
    }

    @Test
    void aGivenCalibrationIsUsedAndStored() throws Exception {
        List<EmbeddingBatch> batches = batches(3, UNIQUE, Seeds.random(2));
        run(settings(Precision.INT8), batches, List.of());
        Calibration calibration = StoredCalibration.read(folder.toString());
        assertThat(StoredCalibration.read(
                        folder.resolve(manifest().files().get(0).path()).toString()))
                .isEqualTo(calibration);
        Path second = folder.resolve("second");
        WriteSettings again = WriteSettings.of(second.toString(), "run-2", layout(Precision.INT8))
                .withCalibration(calibration);
        run(again, batches.subList(0, 1), List.of());
        assertThat(OutputFolder.of(second.toString()).manifest().orElseThrow().calibration())
                .isEqualTo(calibration);
    }

    @Test
    void filesEndAtTheTargetSizeAndAreNumberedInOrder() throws Exception {
        run(settings(Precision.FLOAT32).withSizes(4_000, 1_024), batches(50, UNIQUE, Seeds.random(3)), List.of());
        RunManifest manifest = manifest();
        int count = manifest.files().size();
        assertThat(count).isGreaterThan(5);
        for (int i = 0; i < count; i++) {
            StoredFile file = manifest.files().get(i);
            byte[] bytes = Files.readAllBytes(folder.resolve(file.path()));
            assertThat(file.path()).isEqualTo(String.format("data/part-%05d-of-%05d.parquet", i, count));
            assertThat(file.bytes()).isEqualTo(bytes.length);
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void theFirstDocumentOfAnIdStaysAndEveryOtherFails() throws Exception {
        for (int round = 0; round < 2; round++) {
            SplittableRandom random = Seeds.random(100 + round);
            List<EmbeddingBatch> batches = batches(30, 1 + random.nextInt(200), random);
            Map<String, String> first = new HashMap<>();
            List<String> failed = new ArrayList<>();
            for (EmbeddingBatch batch : inOrder(batches)) {
                for (int i = 0; i < batch.size(); i++) {
                    String place = batch.keys().file() + ":" + batch.keys().positions()[i];
                    String id = batch.keys().ids().get(i);
                    if (first.putIfAbsent(id, place) != null) {
                        failed.add(id + " " + place + " the id stands at offset "
                                + first.get(id).replaceFirst("(.*):(.*)", "$2 of $1") + " already");
                    }
                }
            }
            Path output = folder.resolve("round" + round);
            run(
                    WriteSettings.of(output.toString(), "run", layout(Precision.FLOAT32))
                            .withSizes(10_000, 1_024)
                            .withMaxFailures(failed.size()),
                    batches,
                    List.of());
            RunManifest manifest = OutputFolder.of(output.toString()).manifest().orElseThrow();
            assertThat(keptPlaces(output, manifest)).as(Seeds.describe(round)).isEqualTo(first.keySet());
            assertThat(manifest.failed()).isEqualTo(failed.size());
            assertThat(failures(output).stream()
                            .map(record ->
                                    record.id() + " " + record.file() + ":" + record.offset() + " " + record.actual()))
                    .containsExactlyElementsOf(failed);
        }
    }

    @Test
    void oneFailureMoreThanAllowedFailsTheJobAndPublishesNothing() {
        List<FailedRecord> failures = List.of(failure("b.jsonl", 1), failure("a.jsonl", 9), failure("a.jsonl", 10));
        List<EmbeddingBatch> batches = batches(3, UNIQUE, Seeds.random(5));
        assertThatThrownBy(() -> run(settings(Precision.FLOAT32).withMaxFailures(2), batches, failures))
                .hasRootCauseInstanceOf(FailureLimitException.class)
                .hasRootCauseMessage(
                        "3 records failed, maxFailures is 2; nothing was written. First: a.jsonl, offset 9:"
                                + " MISSING_FIELD: no text; expected a text. To go on without them: --maxFailures=3");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void allowedFailuresAreListedInOrder() throws Exception {
        List<FailedRecord> failures = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            failures.add(failure("f" + i % 3, 1000 - i));
        }
        run(settings(Precision.FLOAT32).withMaxFailures(500), batches(1, UNIQUE, Seeds.random(6)), failures);
        assertThat(failures(folder))
                .containsExactlyElementsOf(
                        failures.stream().sorted(FailureSorter.BY_PLACE).toList());
        assertThat(manifest().failedFiles().get(0).rows()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aCollectionWithoutDocumentsGivesOneEmptyFile(Precision precision) throws Exception {
        run(settings(precision), List.of(), List.of());
        RunManifest manifest = manifest();
        assertThat(manifest.files()).hasSize(1);
        assertThat(manifest.counts()).isEqualTo(EncodingCounts.NONE);
        assertThat(rows(manifest)).isEmpty();
    }

    @Test
    void whatACrashedRunLeftIsCleared() throws Exception {
        write("data/part-00000-of-00009.parquet", "half");
        write("failed/failed-00000-of-00001.jsonl", "{}");
        write(".embeam-crashed/x.parquet", "half");
        OutputFolder.requireWritable(folder.toString(), false);
        run(settings(Precision.FLOAT32), batches(1, UNIQUE, Seeds.random(7)), List.of());
        assertThat(names(folder)).contains("data", "manifest.json").doesNotContain(".embeam-crashed");
        assertThat(names(folder.resolve("data"))).containsExactly("part-00000-of-00001.parquet");
        assertThat(names(folder.resolve("failed"))).isEmpty();
    }

    @Test
    void aFinishedOutputIsReplacedOnlyWhenThatIsAllowed() throws Exception {
        run(settings(Precision.FLOAT32), batches(1, UNIQUE, Seeds.random(8)), List.of());
        String before = Files.readString(folder.resolve("manifest.json"));
        assertThatThrownBy(() -> OutputFolder.requireWritable(folder.toString(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--overwrite");
        WriteSettings second = WriteSettings.of(folder.toString(), "run-2", layout(Precision.FLOAT32));
        List<EmbeddingBatch> batches = batches(2, UNIQUE, Seeds.random(9));
        assertThatThrownBy(() -> run(second, batches, List.of()))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(folder.resolve("manifest.json"))).isEqualTo(before);
        run(second.withOverwrite(true), batches, List.of());
        assertThat(manifest().runId()).isEqualTo("run-2");
    }

    @Test
    void publishingTwiceIsPublishingOnce() throws Exception {
        WriteSettings settings = settings(Precision.FLOAT32);
        List<WrittenFile> files = List.of(written(settings, "b"), written(settings, "a"));
        new Publisher(settings).publish(files, List.of(), Calibration.NONE);
        String before = Files.readString(folder.resolve("manifest.json"));
        new Publisher(settings).publish(files, List.of(), Calibration.NONE);
        assertThat(Files.readString(folder.resolve("manifest.json"))).isEqualTo(before);
    }

    @Test
    void anotherAttemptGoesOnWithTheFilesOfTheOneThatStoppedWhileMoving() throws Exception {
        WriteSettings settings = settings(Precision.FLOAT32);
        List<WrittenFile> files = List.of(written(settings, "b"), written(settings, "a"));
        write("data/part-00001-of-00002.parquet", "of a run before");
        Path last = Path.of(files.get(0).path());
        Files.move(last, folder.resolve("aside"));
        assertThatThrownBy(() -> new Publisher(settings).publish(files, List.of(), Calibration.NONE))
                .hasMessageContaining("missing");
        assertThat(names(folder.resolve("data"))).containsExactly("part-00001-of-00002.parquet");
        Files.move(folder.resolve("aside"), last);
        assertAnotherAttemptEndsWith("a", "b");
    }

    @Test
    void anotherAttemptGoesOnWithTheFilesOfTheOneThatStoppedBeforeTheManifest() throws Exception {
        WriteSettings settings = settings(Precision.FLOAT32);
        List<WrittenFile> files = List.of(written(settings, "b"), written(settings, "a"));
        Path blocked = Path.of(files.get(0).path()).resolveSibling("manifest.json/blocked");
        Files.createDirectories(blocked);
        assertThatThrownBy(() -> new Publisher(settings).publish(files, List.of(), Calibration.NONE))
                .isInstanceOf(IOException.class);
        assertThat(names(folder.resolve("data"))).hasSize(2);
        Files.delete(blocked);
        Files.delete(blocked.getParent());
        assertAnotherAttemptEndsWith("a", "b");
    }

    @Test
    void filesOfOthersInTheFolderOfDataStay() throws Exception {
        write("data/notes.txt", "mine");
        WriteSettings settings = settings(Precision.FLOAT32);
        new Publisher(settings).publish(List.of(written(settings, "a")), List.of(), Calibration.NONE);
        assertThat(folder.resolve("data/notes.txt")).hasContent("mine");
        assertThat(rows(manifest())).containsOnlyKeys("a");
    }

    /** An attempt whose worker has written other files. */
    private void assertAnotherAttemptEndsWith(String... ids) throws Exception {
        WriteSettings settings = settings(Precision.FLOAT32);
        new Publisher(settings).publish(List.of(written(settings, "c")), List.of(), Calibration.NONE);
        for (StoredFile file : manifest().files()) {
            assertThat(Files.size(folder.resolve(file.path()))).isEqualTo(file.bytes());
        }
        assertThat(rows(manifest())).containsOnlyKeys(ids);
        assertThat(names(folder)).containsExactlyInAnyOrder("data", "manifest.json");
    }

    @Test
    void aFileThatVanishedFailsAndLeavesNoManifest() throws Exception {
        WriteSettings settings = settings(Precision.FLOAT32);
        List<WrittenFile> files = List.of(written(settings, "a"));
        Files.delete(Path.of(files.get(0).path()));
        assertThatThrownBy(() -> new Publisher(settings).publish(files, List.of(), Calibration.NONE))
                .hasMessageContaining("missing");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aWriterThatFailsLeavesNoManifestAndTheRunCanBeRepeated() throws Exception {
        List<EmbeddingBatch> batches = new ArrayList<>(batches(3, UNIQUE, Seeds.random(10)));
        batches.add(new EmbeddingBatch(DocumentKeys.ofIds("wrong width"), 2, new float[2], EncodingCounts.NONE));
        assertThatThrownBy(() -> run(settings(Precision.FLOAT32), batches, List.of()))
                .hasMessageContaining("2 columns");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
        assertThat(folder.resolve("data")).doesNotExist();
        run(settings(Precision.FLOAT32), batches.subList(0, 3), List.of());
        assertThat(manifest().counts().documents())
                .isEqualTo(batches.subList(0, 3).stream()
                        .mapToLong(EmbeddingBatch::size)
                        .sum());
    }

    private WrittenFile written(WriteSettings settings, String id) throws IOException {
        TemporaryFile file = TemporaryFile.create(settings, () -> "scalar");
        DocumentKeys keys =
                new DocumentKeys("of-" + id, new long[1], TextColumn.of(id), List.of(TextColumn.of("title")));
        file.append(new EmbeddingBatch(keys, DIM, new float[DIM], EncodingCounts.NONE));
        return file.finish();
    }

    private static FailedRecord failure(String file, long offset) {
        return new FailedRecord(file, offset, 0, "", FailureReason.MISSING_FIELD, "no text", "a text");
    }

    private WriteSettings settings(Precision precision) {
        return WriteSettings.of(folder.toString(), "run-1", layout(precision));
    }

    private static EmbeddingLayout layout(Precision precision) {
        return new EmbeddingLayout(DIM, precision, List.of("title"));
    }

    private static void run(WriteSettings settings, List<EmbeddingBatch> batches, List<FailedRecord> failures) {
        Pipeline pipeline = Pipeline.create();
        List<EmbeddingBatch> all = new ArrayList<>(batches);
        DocumentKeys none = new DocumentKeys(
                "",
                new long[0],
                TextColumn.of(),
                List.of(new TextColumn(new char[0], new int[1], new BitSet())),
                failures);
        all.add(new EmbeddingBatch(none, DIM, new float[0], EncodingCounts.NONE));
        pipeline.apply("Batches", Create.of(all).withCoder(EmbeddingBatchCoder.of()))
                .apply("Write", WriteEmbeddings.of(settings, () -> "scalar"));
        pipeline.run().waitUntilFinish();
    }

    /** Batches of two files with random ids below {@code ids}, or with ids that are all different. */
    private static List<EmbeddingBatch> batches(int count, int ids, SplittableRandom random) {
        List<EmbeddingBatch> batches = new ArrayList<>();
        boolean unique = ids == UNIQUE;
        int next = 0;
        for (int batch = 0; batch < count; batch++) {
            int size = 1 + random.nextInt(20);
            String[] names = new String[size];
            String[] titles = new String[size];
            long[] positions = new long[size];
            float[] vectors = new float[size * DIM];
            for (int i = 0; i < size; i++) {
                names[i] = "文書" + (unique ? next++ : random.nextInt(ids));
                titles[i] = "title " + random.nextInt(3);
                positions[i] = 100L * batch + i;
            }
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = (float) random.nextDouble() - 0.5f;
            }
            DocumentKeys keys = new DocumentKeys(
                    batch % 2 == 0 ? "b.jsonl" : "a.jsonl",
                    positions,
                    TextColumn.of(names),
                    List.of(TextColumn.of(titles)));
            batches.add(new EmbeddingBatch(keys, DIM, vectors, new EncodingCounts(size, 3L * size, size, 0, 0)));
        }
        return batches;
    }

    private static List<EmbeddingBatch> inOrder(List<EmbeddingBatch> batches) {
        return batches.stream()
                .sorted((a, b) -> {
                    int byFile = a.keys().file().compareTo(b.keys().file());
                    return byFile != 0
                            ? byFile
                            : Long.compare(a.keys().positions()[0], b.keys().positions()[0]);
                })
                .toList();
    }

    private static Calibration ranges(List<EmbeddingBatch> batches) {
        Calibration all = Calibration.NONE;
        for (EmbeddingBatch batch : batches) {
            for (int row = 0; row < batch.size(); row++) {
                float[] vector = Arrays.copyOfRange(batch.vectors(), row * DIM, (row + 1) * DIM);
                all = all.union(new Calibration(vector, vector));
            }
        }
        return all;
    }

    private RunManifest manifest() throws IOException {
        return OutputFolder.of(folder.toString()).manifest().orElseThrow();
    }

    /** Title and vector of each id, as hexadecimal digits. */
    private Map<String, String> rows(RunManifest manifest) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        read(folder, manifest).forEach(block -> collect(block.keys(), block.rows(), rows));
        return rows;
    }

    private static List<String> keptIds(Path output, RunManifest manifest) throws IOException {
        List<String> ids = new ArrayList<>();
        for (EncodedRows block : read(output, manifest)) {
            for (int i = 0; i < block.size(); i++) {
                ids.add(block.keys().ids().get(i));
            }
        }
        return ids;
    }

    private static Set<String> keptPlaces(Path output, RunManifest manifest) throws IOException {
        List<String> ids = keptIds(output, manifest);
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }

    private static List<EncodedRows> read(Path output, RunManifest manifest) throws IOException {
        List<EncodedRows> blocks = new ArrayList<>();
        for (StoredFile file : manifest.files()) {
            String path = output.resolve(file.path()).toString();
            try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(path), path)) {
                for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                    blocks.add(next.get());
                }
            }
        }
        return blocks;
    }

    private static void collect(DocumentKeys keys, byte[] encoded, Map<String, String> rows) {
        int rowBytes = keys.size() == 0 ? 0 : encoded.length / keys.size();
        for (int i = 0; i < keys.size(); i++) {
            rows.put(
                    keys.ids().get(i),
                    keys.kept().get(0).get(i) + " "
                            + HexFormat.of().formatHex(encoded, i * rowBytes, (i + 1) * rowBytes));
        }
    }

    private static List<FailedRecord> failures(Path output) throws IOException {
        Path file = output.resolve("failed/failed-00000-of-00001.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> FailedRecordJson.read(line, "failed"))
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
