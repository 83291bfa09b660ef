package dev.embeam.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Against a join of maps. */
class TableJoinTest {
    private record Document(String id, long position, boolean seen, String file, int row) {}

    @Test
    void theFirstDocumentOfAnIdDecidesWhatBecomesOfTheStoredRow() {
        for (int round = 0; round < 60; round++) {
            SplittableRandom random = Seeds.random(round);
            int ids = 1 + random.nextInt(400);
            Map<String, Integer> stored = stored(ids, random);
            List<Document> documents = documents(ids, stored, random);
            List<IdBlock> blocks = new ArrayList<>(blocks(documents));
            blocks.addAll(storedBlocks(stored));
            Collections.shuffle(blocks, new Random(round));
            Map<Integer, TableJoin> joins = new TreeMap<>();
            blocks.forEach(block -> joins.computeIfAbsent(IdCollector.partition(block), key -> new TableJoin())
                    .add(block));
            joins.values().forEach(TableJoin::join);
            check(documents, stored, List.copyOf(joins.values()), Seeds.describe(round));
        }
    }

    private static Map<String, Integer> stored(int ids, SplittableRandom random) {
        Map<String, Integer> stored = new HashMap<>();
        for (int id = 0; id < ids; id++) {
            if (random.nextInt(3) > 0) {
                stored.put("id" + id, 3 * stored.size());
            }
        }
        return stored;
    }

    /** A document is seen only where its id is stored. */
    private static List<Document> documents(int ids, Map<String, Integer> stored, SplittableRandom random) {
        List<Document> documents = new ArrayList<>();
        int[] rows = new int[2];
        for (int i = 0; i < random.nextInt(2 * ids + 1); i++) {
            String id = "id" + random.nextInt(ids);
            boolean seen = stored.containsKey(id) && random.nextInt(3) > 0;
            int file = random.nextInt(2);
            documents.add(new Document(id, i, seen, "new" + file, seen ? 0 : rows[file]++));
        }
        return documents;
    }

    private static List<IdBlock> blocks(List<Document> documents) {
        List<IdBlock> blocks = new ArrayList<>();
        IdCollector seen = new IdCollector(IdBlock.Kind.SEEN, "", (partition, block) -> blocks.add(block));
        Map<String, IdCollector> written = new TreeMap<>();
        for (Document document : documents) {
            DocumentKeys keys =
                    new DocumentKeys("in", new long[] {document.position()}, TextColumn.of(document.id()), List.of());
            if (document.seen()) {
                seen.appendSeen(keys, 0);
            } else {
                written.computeIfAbsent(
                                document.file(),
                                file -> new IdCollector(
                                        IdBlock.Kind.WRITTEN, file, (partition, block) -> blocks.add(block)))
                        .append(keys);
            }
        }
        seen.flush();
        written.values().forEach(IdCollector::flush);
        return blocks;
    }

    private static List<IdBlock> storedBlocks(Map<String, Integer> stored) {
        List<IdBlock> blocks = new ArrayList<>();
        IdCollector collector = new IdCollector(IdBlock.Kind.STORED, "old", (partition, block) -> blocks.add(block));
        stored.forEach((id, row) -> collector.appendStored(TextColumn.of(id), 0, row));
        collector.flush();
        return blocks;
    }

    private static void check(
            List<Document> documents, Map<String, Integer> stored, List<TableJoin> joins, String seed) {
        Map<String, Document> first = new HashMap<>();
        documents.forEach(document -> first.putIfAbsent(document.id(), document));
        TreeSet<String> dropped = new TreeSet<>();
        TreeSet<String> again = new TreeSet<>();
        for (Document document : documents) {
            Document kept = first.getOrDefault(document.id(), document);
            String after = " at " + document.position() + " after " + kept.position();
            if (!kept.equals(document)) {
                (document.seen() ? again : dropped)
                        .add((document.seen()
                                        ? "old:" + stored.get(document.id())
                                        : document.file() + ":" + document.row())
                                + after);
            }
        }
        TreeSet<Integer> gone = new TreeSet<>();
        long[] counts = new long[4];
        stored.forEach((id, row) -> {
            Document document = first.get(id);
            if (document == null || !document.seen()) {
                gone.add(row);
            }
            counts[document == null ? 2 : document.seen() ? 3 : 1]++;
        });
        counts[0] =
                first.keySet().stream().filter(id -> !stored.containsKey(id)).count();

        TreeSet<String> foundDropped = new TreeSet<>();
        TreeSet<String> foundAgain = new TreeSet<>();
        TreeSet<Integer> foundGone = new TreeSet<>();
        for (TableJoin join : joins) {
            join.duplicates().forEach((file, rows) -> rows.forEach(row -> foundDropped.add(line(file, row))));
            for (StoredChange change : join.storedChanges()) {
                assertThat(change.file()).isEqualTo("old");
                Arrays.stream(change.gone()).forEach(foundGone::add);
                change.duplicates().forEach(row -> foundAgain.add(line("old", row)));
            }
        }
        assertThat(foundDropped).as(seed).isEqualTo(dropped);
        assertThat(foundAgain).as(seed).isEqualTo(again);
        assertThat(foundGone).as(seed).isEqualTo(gone);
        ChangeCounts found = joins.stream().map(TableJoin::counts).reduce(ChangeCounts.NONE, ChangeCounts::plus);
        assertThat(found).as(seed).isEqualTo(new ChangeCounts(counts[0], counts[1], counts[2], counts[3]));
        assertThat(found.documents()).isEqualTo(first.size());
        assertThat(found.stored()).isEqualTo(stored.size());
    }

    private static String line(String file, DuplicateRow row) {
        return file + ":" + row.row() + " at " + row.position() + " after " + row.firstPosition();
    }
}
