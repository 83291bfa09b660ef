package dev.embeam.collection;

import static dev.embeam.collection.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final ReadSettings SETTINGS = ReadSettings.defaults().withMaxFailures(100_000);

    private static String line(String id, int length) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + "a".repeat(length) + "\"}\n";
    }

    private static List<DocumentBatch> batches(String lines) {
        MemoryFiles files = new MemoryFiles().put("a.jsonl", utf8(lines));
        return files.batches(files.inspect("a.jsonl", SETTINGS).parts().get(0), SETTINGS, new FailureLimit(100_000));
    }

    @Test
    void batchesAreCutByCountOfRecordsFailedOnesIncluded() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_100; i++) {
            lines.append(i % 2 == 0 ? line("i" + i, 3) : "broken\n");
        }
        assertThat(batches(lines.toString()))
                .extracting(batch -> batch.size() + batch.keys().failures().size())
                .containsExactly(512, 512, 76);
    }

    @Test
    void batchesAreCutByLengthAndALongerTextIsNotLost() {
        String lines = line("a", 10)
                + line("b", 600_000)
                + line("c", 10)
                + line("d", 300_000)
                + line("e", 300_000)
                + line("f", 1);
        assertThat(batches(lines)).extracting(DocumentBatch::size).containsExactly(2, 3, 1);
    }

    @Test
    void longIdsCountAndAreNotToldInFailures() {
        String id = "i".repeat(300_000);
        List<DocumentBatch> batches =
                batches(line(id, 1) + line(id, 1) + line(id, 1) + "{\"id\":\"" + id + "\"}\n{\"id\":\"x\"}\n");
        assertThat(batches).extracting(DocumentBatch::size).containsExactly(2, 1);
        assertThat(batches.get(1).keys().failures())
                .extracting(FailedRecord::id)
                .containsExactly("", "x");
    }

    @Test
    void partsOfAnySizeGiveTheSameDocuments() {
        for (int i = 0; i < 100; i++) {
            SplittableRandom random = Seeds.random(i);
            byte[] bytes = utf8(randomLines(random));
            MemoryFiles files = new MemoryFiles(1 + random.nextInt(200)).put("a.jsonl", bytes);
            ReadSettings settings = SETTINGS.withMaxRecordBytes(60).withIdField("id");
            FilePart whole = files.inspect("a.jsonl", settings).parts().get(0);
            Contents expected = files.read(List.of(whole), settings);
            for (long desired : new long[] {1 + i % 3, 5 + random.nextInt(100), 1 + bytes.length / 2}) {
                Contents actual = files.read(whole.split(desired), settings);
                assertThat(actual.documents()).as(Seeds.describe(i)).isEqualTo(expected.documents());
                assertThat(actual.failures())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                        .isEqualTo(expected.failures());
            }
        }
    }

    @Test
    void partsCoverTheFileWithoutGapOrOverlap() {
        CollectionFile file =
                new CollectionFile("a.jsonl", 1_003, InputFormat.JSON_LINES, InputCompression.NONE, "id", "a.jsonl");
        for (long desired = 1; desired < 1_100; desired += 13) {
            List<FilePart> parts = FilePart.whole(file).split(desired);
            long end = 0;
            for (FilePart part : parts) {
                assertThat(part.from()).isEqualTo(end);
                assertThat(part.bytes()).isEqualTo(part.to() - part.from()).isBetween(1L, desired);
                end = part.to();
            }
            assertThat(end).isEqualTo(1_003);
        }
    }

    @Test
    void repeatedNamesOfFilesAreToldApartByTheirFolders() {
        assertThat(FileNames.labels(List.of("/d/a/x.csv", "/d/b/y.csv"))).containsExactly("x.csv", "y.csv");
        assertThat(FileNames.labels(List.of("/d/ab/x.csv", "/d/ac/x.csv"))).containsExactly("ab/x.csv", "ac/x.csv");
    }

    private static String randomLines(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            lines.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "";
                        case 1 -> "x".repeat(random.nextInt(100));
                        default -> "{\"id\":\"" + i + "\",\"text\":\"" + "あa".repeat(random.nextInt(8)) + "\"}";
                    });
        }
        String start = random.nextInt(4) == 0 ? "\ufeff" : "";
        String end = random.nextBoolean() ? "\n" : "";
        return start + String.join(random.nextBoolean() ? "\n" : "\r\n", lines) + end;
    }
}
