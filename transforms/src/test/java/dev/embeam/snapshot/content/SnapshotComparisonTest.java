package dev.embeam.snapshot.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.fixture.RandomTexts;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotComparisonTest {
    @TempDir
    Path folder;

    private Path model;
    private FixtureTable table;

    /** Ids in the order they are told. */
    private static final class Ids implements DifferenceListener {
        final List<String> added = new ArrayList<>();
        final List<String> changed = new ArrayList<>();
        final List<String> deleted = new ArrayList<>();

        @Override
        public void added(String id) {
            added.add(id);
        }

        @Override
        public void changed(String id) {
            changed.add(id);
        }

        @Override
        public void deleted(String id) {
            deleted.add(id);
        }
    }

    @BeforeEach
    void create() {
        model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        table = FixtureTable.in(folder.resolve("table"), 2);
    }

    private SnapshotDifference compare(TableSnapshot before, TableSnapshot after, int sample, Ids ids)
            throws IOException {
        return new SnapshotComparison(path -> Files.newByteChannel(Path.of(path)), sample, 7)
                .compare(table.table().files(before), table.table().files(after), Optional.of(ids));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAndIdsAreThoseOfTheTextsThatWereIndexed(long seed) throws IOException {
        RandomTexts texts = RandomTexts.ofSeed(seed);
        List<SortedMap<String, String>> nights = new ArrayList<>(List.of(texts.documents(700)));
        List<TableSnapshot> snapshots = new ArrayList<>(List.of(table.next(model, nights.get(0))));
        for (int night = 1; night < 5; night++) {
            nights.add(texts.changed(nights.get(night - 1), 60, 40, 50));
            snapshots.add(table.next(model, nights.get(night)));
        }
        for (int from = 0; from < nights.size(); from++) {
            for (int to = 0; to < nights.size(); to++) {
                assertDifference(nights.get(from), nights.get(to), snapshots.get(from), snapshots.get(to));
            }
        }
    }

    private void assertDifference(
            Map<String, String> before, Map<String, String> after, TableSnapshot from, TableSnapshot to)
            throws IOException {
        Ids ids = new Ids();
        SnapshotDifference found = compare(from, to, 1000, ids);
        List<String> added =
                after.keySet().stream().filter(id -> !before.containsKey(id)).toList();
        List<String> deleted =
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        List<String> changed = before.keySet().stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .toList();
        assertThat(ids.added).containsExactlyInAnyOrderElementsOf(added);
        assertThat(ids.deleted).containsExactlyInAnyOrderElementsOf(deleted);
        assertThat(ids.changed).containsExactlyInAnyOrderElementsOf(changed);
        assertThat(List.of(found.added(), found.deleted(), found.changed(), found.unchanged()))
                .containsExactly(
                        (long) added.size(),
                        (long) deleted.size(),
                        (long) changed.size(),
                        (long) before.size() - deleted.size() - changed.size());
        assertThat(found.distances()).hasSize(changed.size()).isSorted();
    }

    @Test
    void rowsThatWereOnlyWrittenAgainAreUnchanged() throws IOException {
        SortedMap<String, String> texts = RandomTexts.ofSeed(4).documents(300);
        TableSnapshot before = table.next(model, texts);
        TableSnapshot after = table.all(model, texts, "");
        assertThat(table.table().files(after)).noneMatch(file -> files(before).contains(file.path()));
        Ids ids = new Ids();
        assertThat(compare(before, after, 10, ids))
                .isEqualTo(new SnapshotDifference(300, 0, 0, 0, true, new double[0]));
    }

    private List<String> files(TableSnapshot snapshot) {
        try {
            return table.table().files(snapshot).stream()
                    .map(SnapshotFile::path)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void filesThatBothShareAreNotRead() throws IOException {
        TableSnapshot before = table.next(model, new TreeMap<>(Map.of("a", "red", "b", "green")));
        TableSnapshot after = table.next(model, new TreeMap<>(Map.of("a", "red", "b", "green", "c", "blue")));
        Files.delete(Path.of(files(before).get(0)));
        assertThat(compare(before, after, 10, new Ids()))
                .isEqualTo(new SnapshotDifference(2, 1, 0, 0, true, new double[0]));
    }

    @Test
    void distancesAreExact() throws IOException {
        TableSnapshot before = table.next(model, new TreeMap<>(Map.of("a", "red", "b", "green", "c", "blue", "d", "")));
        TableSnapshot after =
                table.next(model, new TreeMap<>(Map.of("a", "green", "b", "green green", "c", "red", "d", "red")));
        // red (1, 0) to green (0, 1); green to itself; blue (3, 4) to red; a zero vector to red.
        SnapshotDifference found = compare(before, after, 10, new Ids());
        assertThat(found.distances()).hasSize(4);
        double[] expected = {0, 0.4, 1, 1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.distances()[i]).isCloseTo(expected[i], within(1e-12));
        }
        assertThat(found.between(-1, 0)).isEqualTo(1);
        assertThat(found.between(0.2, 0.5)).isEqualTo(1);
        assertThat(found.between(0.5, 1)).isEqualTo(2);
    }

    @Test
    void aSampleIsPartOfAllAndDoesNotDependOnTheDirection() throws IOException {
        RandomTexts texts = RandomTexts.ofSeed(6);
        SortedMap<String, String> first = texts.documents(400);
        TableSnapshot before = table.next(model, first);
        TableSnapshot after = table.next(model, texts.changed(first, 200, 0, 0));
        double[] all = compare(before, after, 1000, new Ids()).distances();
        double[] some = compare(before, after, 50, new Ids()).distances();
        double[] back = compare(after, before, 50, new Ids()).distances();
        assertThat(all).hasSize(200);
        assertThat(some).hasSize(50).isEqualTo(back);
        assertThat(new HashSet<>(Arrays.stream(all).boxed().toList()))
                .containsAll(Arrays.stream(some).boxed().toList());
        assertThat(compare(before, after, 0, new Ids()).distances()).isEmpty();
    }

    @Test
    void vectorsOfOtherWidthsHaveNoDistance() {
        assertThat(VectorDistances.distance(new float[2], new float[3])).isNaN();
        assertThat(VectorDistances.distance(new float[2], new float[2])).isZero();
        assertThat(VectorDistances.distance(new float[] {1, 0}, new float[] {-1, 0}))
                .isEqualTo(2);
    }
}
