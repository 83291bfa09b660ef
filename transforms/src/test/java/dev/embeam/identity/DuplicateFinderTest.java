package dev.embeam.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
    @Test
    void everyDocumentButTheFirstOfItsIdIsFoundInWhateverOrder() {
        for (int round = 0; round < 30; round++) {
            SplittableRandom random = Seeds.random(round);
            int ids = 1 + random.nextInt(5_000);
            Map<Integer, DuplicateFinder> finders = new HashMap<>();
            Map<String, Document> first = new HashMap<>();
            List<Document> all = new ArrayList<>();
            for (int file = 0; file < 5; file++) {
                collect("file" + file, ids, random, finders, all);
            }
            all.forEach(document -> first.merge(document.id(), document, Document::earlier));

            Map<String, String> expected = new TreeMap<>();
            for (Document document : all) {
                Document kept = first.getOrDefault(document.id(), document);
                if (!kept.equals(document)) {
                    expected.put(document.file() + " " + document.row(), document.place() + " after " + kept.place());
                }
            }
            Map<String, String> found = new TreeMap<>();
            for (DuplicateFinder finder : finders.values()) {
                finder.duplicates()
                        .forEach((file, rows) -> rows.forEach(row -> found.put(
                                file + " " + row.row(),
                                row.source() + ":" + row.position() + " after " + row.firstSource() + ":"
                                        + row.firstPosition())));
            }
            assertThat(found).as(Seeds.describe(round)).isEqualTo(expected);
        }
    }

    @Test
    void aFileLargerThanAChunkKeepsItsRowNumbers() {
        List<IdBlock> blocks = new ArrayList<>();
        IdCollector collector = new IdCollector(IdBlock.Kind.WRITTEN, "file", (partition, block) -> blocks.add(block));
        int rows = 150_000;
        for (int from = 0; from < rows; from += 1_000) {
            collector.append(keys("source", from, 1_000));
        }
        collector.flush();
        boolean[] seen = new boolean[rows];
        for (IdBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                assertThat(block.positions()[i]).isEqualTo(block.rows()[i]);
                assertThat(seen[block.rows()[i]]).isFalse();
                seen[block.rows()[i]] = true;
            }
        }
        assertThat(blocks).hasSize(3 * IdCollector.PARTITIONS);
        assertThat(seen).doesNotContain(false);
    }

    private static DocumentKeys keys(String source, int from, int count) {
        String[] ids = new String[count];
        long[] positions = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = "id" + (from + i);
            positions[i] = (long) from + i;
        }
        return new DocumentKeys(source, positions, TextColumn.of(ids), List.of());
    }

    private static void collect(
            String file, int ids, SplittableRandom random, Map<Integer, DuplicateFinder> finders, List<Document> all) {
        IdCollector collector = new IdCollector(
                IdBlock.Kind.WRITTEN,
                file,
                (partition, block) -> finders.computeIfAbsent(partition, key -> new DuplicateFinder())
                        .add(block));
        int row = 0;
        for (int batch = 0; batch < 4; batch++) {
            String source = "source" + random.nextInt(3);
            String[] names = new String[random.nextInt(300)];
            long[] positions = new long[names.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = "文書" + random.nextInt(ids);
                positions[i] = random.nextLong(1L << 40);
                all.add(new Document(names[i], source, positions[i], file, row++));
            }
            collector.append(new DocumentKeys(source, positions, TextColumn.of(names), List.of()));
        }
        collector.flush();
    }

    private record Document(String id, String source, long position, String file, int row) {
        String place() {
            return source + ":" + position;
        }

        Document earlier(Document other) {
            int order = source.compareTo(other.source);
            return order < 0 || (order == 0 && position < other.position) ? this : other;
        }
    }
}
