package dev.embeam.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorTableTest {
    private static final EmbeddingLayout LAYOUT = new EmbeddingLayout(2, Precision.FLOAT32, List.of("title"));

    @TempDir
    Path folder;

    private TableLocation location() {
        return TableLocation.folder(folder.resolve("table").toString());
    }

    private StoredFile write(VectorTable table, String name, String... ids) throws IOException {
        Path path = Path.of(table.dataPath(name));
        Files.createDirectories(path.getParent());
        String[] titles = ids.clone();
        float[] vectors = new float[2 * ids.length];
        for (int i = 0; i < ids.length; i++) {
            vectors[2 * i] = i;
            vectors[2 * i + 1] = -i;
        }
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                EmbeddingFormat.of(LAYOUT))) {
            long[] positions = new long[ids.length];
            writer.append(
                    new DocumentKeys("in", positions, TextColumn.of(ids), List.of(TextColumn.of(titles))), vectors);
            String sha256 = writer.finish();
            return new StoredFile(path.toString(), ids.length, writer.bytes(), sha256);
        }
    }

    private static SnapshotChange change(
            String run, OptionalLong base, List<StoredFile> added, List<String> removed, Map<String, BitSet> deleted) {
        return new SnapshotChange(run, base, "", added, removed, deleted, Map.of(SnapshotProperty.MODEL, "m"));
    }

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    private static OptionalLong id(TableSnapshot snapshot) {
        return OptionalLong.of(snapshot.id());
    }

    /** As Iceberg's own reader sees it. */
    private static List<String> ids(VectorTable table) throws IOException {
        table.refresh();
        List<String> ids = new ArrayList<>();
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(table.table).build()) {
            records.forEach(record -> ids.add(
                    record.getField("id") + " " + record.getField("title") + " " + record.getField("embedding")));
        }
        ids.sort(null);
        return ids;
    }

    @Test
    void filesAreAddedRowsDeletedAndFilesRemovedInOneSnapshotEach() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        StoredFile first = write(table, "first.parquet", "a", "b", "c");
        StoredFile second = write(table, "second.parquet", "d");
        TableSnapshot one =
                table.commit(change("run-1", OptionalLong.empty(), List.of(first, second), List.of(), Map.of()));
        assertThat(ids(table))
                .containsExactly("a a [0.0, 0.0]", "b b [1.0, -1.0]", "c c [2.0, -2.0]", "d d [0.0, 0.0]");

        TableSnapshot two = table.commit(change("run-2", id(one), List.of(), List.of(), Map.of(first.path(), rows(1))));
        StoredFile third = write(table, "third.parquet", "e");
        TableSnapshot three = table.commit(
                change("run-3", id(two), List.of(third), List.of(second.path()), Map.of(first.path(), rows(1, 2))));
        assertThat(ids(table)).containsExactly("a a [0.0, 0.0]", "e e [0.0, 0.0]");

        VectorTable again = VectorTable.open(location());
        assertThat(again.keptFields()).containsExactly("title");
        assertThat(again.snapshots()).extracting(TableSnapshot::id).containsExactly(one.id(), two.id(), three.id());
        assertThat(again.snapshot("").property(SnapshotProperty.RUN_ID)).isEqualTo("run-3");
        assertThat(again.files(again.snapshot(Long.toString(two.id()))))
                .extracting(SnapshotFile::liveRows)
                .containsExactly(2L, 1L);
        assertThat(again.files(three))
                .extracting(SnapshotFile::path, SnapshotFile::deleted)
                .containsExactly(tuple(first.path(), rows(1, 2)), tuple(third.path(), rows()));
        assertThat(again.tasks(id(three)).stream()
                        .mapToInt(task -> task.deletes().size()))
                .containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void aRunThatHasCommittedCommitsNothingMore() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        SnapshotChange change =
                change("run", OptionalLong.empty(), List.of(write(table, "f.parquet", "a")), List.of(), Map.of());
        TableSnapshot first = table.commit(change);
        assertThat(VectorTable.open(location()).commit(change)).isEqualTo(first);
        assertThat(ids(table)).hasSize(1);
    }

    @Test
    void ofRunsAtOnceOneWinsAndTheOthersLoseNothing() throws Exception {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        TableSnapshot base = table.commit(change(
                "base", OptionalLong.empty(), List.of(write(table, "base.parquet", "a", "b")), List.of(), Map.of()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<TableSnapshot>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            VectorTable own = VectorTable.open(location());
            StoredFile file = write(table, "run-" + i + ".parquet", "new-" + i);
            SnapshotChange change = change("run-" + i, id(base), List.of(file), List.of(), Map.of());
            runs.add(() -> own.commit(change));
        }
        int won = 0;
        for (Future<TableSnapshot> run : threads.invokeAll(runs)) {
            try {
                run.get();
                won++;
            } catch (ExecutionException lost) {
                assertThat(lost.getCause())
                        .isInstanceOf(ConcurrentChangeException.class)
                        .hasMessageContaining("was changed by another run");
            }
        }
        threads.shutdown();
        assertThat(won).isEqualTo(1);
        assertThat(ids(table)).hasSize(3).contains("a a [0.0, 0.0]", "b b [1.0, -1.0]");
    }

    @Test
    void aBranchHoldsASnapshotThatIsNotCurrent() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        TableSnapshot base = table.commit(
                change("base", OptionalLong.empty(), List.of(write(table, "base.parquet", "a")), List.of(), Map.of()));
        TableSnapshot candidate = table.commit(new SnapshotChange(
                "run",
                id(base),
                "candidate",
                List.of(write(table, "new.parquet", "b")),
                List.of(),
                Map.of(),
                Map.of()));
        assertThat(table.snapshot("")).isEqualTo(base);
        assertThat(table.snapshot("candidate")).isEqualTo(candidate);
        assertThat(ids(table)).containsExactly("a a [0.0, 0.0]");
    }

    @Test
    void aPublishedBranchBecomesTheCurrentStateAndEnds() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        TableSnapshot candidate = branch(table, "run-1", OptionalLong.empty(), "a");
        assertThat(table.current()).isEmpty();
        table.publish("run-1");
        assertThat(table.references()).containsExactly(Map.entry("main", candidate.id()));
        TableSnapshot next = branch(table, "run-2", id(candidate), "b");
        table.commit(change("run-3", id(candidate), List.of(write(table, "c.parquet", "c")), List.of(), Map.of()));
        assertThatThrownBy(() -> table.publish("run-2"))
                .isInstanceOf(ConcurrentChangeException.class)
                .hasMessageContaining("branch run-2");
        assertThat(ids(table)).containsExactly("a a [0.0, 0.0]", "c c [0.0, 0.0]");
        assertThat(table.references()).containsEntry("run-2", next.id());
    }

    private TableSnapshot branch(VectorTable table, String run, OptionalLong base, String id) throws IOException {
        StoredFile file = write(table, id + ".parquet", id);
        return table.commit(new SnapshotChange(run, base, run, List.of(file), List.of(), Map.of(), Map.of()));
    }

    @Test
    void whatATagNamesStaysWhenOldSnapshotsGo() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        StoredFile a = write(table, "a.parquet", "a");
        StoredFile b = write(table, "b.parquet", "b");
        TableSnapshot one = table.commit(change("run-1", OptionalLong.empty(), List.of(a), List.of(), Map.of()));
        TableSnapshot two = table.commit(change("run-2", id(one), List.of(b), List.of(a.path()), Map.of()));
        StoredFile c = write(table, "c.parquet", "c");
        TableSnapshot three = table.commit(change("run-3", id(two), List.of(c), List.of(b.path()), Map.of()));
        table.table.manageSnapshots().createTag("release", one.id()).commit();
        Instant now = Instant.now().plusSeconds(1);
        Expired expired = table.expiry(new ExpiryRule(now, 1, Instant.EPOCH)).apply();
        assertThat(expired.snapshots()).containsExactly(two);
        assertThat(Path.of(a.path())).exists();
        assertThat(Path.of(b.path())).doesNotExist();
        assertThat(table.snapshots()).containsExactly(one, three);
        table.makeCurrent(table.snapshot("release"));
        assertThat(ids(table)).containsExactly("a a [0.0, 0.0]");
    }

    @Test
    void whatIsNoTableOfVectorsIsRefused() throws IOException {
        assertThatThrownBy(() -> VectorTable.open(location()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no table at");
        HadoopTables tables = new HadoopTables(new Configuration());
        tables.create(TableSchema.of(LAYOUT), folder.resolve("foreign").toString());
        assertThatThrownBy(() -> VectorTable.open(
                        TableLocation.folder(folder.resolve("foreign").toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embeam.format-version none; expected 1");
        VectorTable table = VectorTable.create(location(), LAYOUT);
        assertThatThrownBy(() -> table.snapshot("")).hasMessageContaining("is empty; expected a snapshot");
        assertThatThrownBy(() -> table.snapshot("none")).hasMessageContaining("has no snapshot \"none\"");
    }

    @Test
    void aTableOnAnObjectStoreIsRefusedWithTheReason() {
        TableLocation bucket = TableLocation.folder("s3://bucket/table");
        assertThat(VectorTable.exists(bucket)).isFalse();
        assertThatThrownBy(() -> VectorTable.open(bucket))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table is s3://bucket/table, but s3:// cannot rename a file at once");
        assertThatThrownBy(() -> VectorTable.create(bucket, LAYOUT)).hasMessageContaining("s3://bucket/table");
        TableLocation warehouse = new TableLocation("a.b", "jdbc:h2:mem:", "gs://bucket/warehouse");
        assertThatThrownBy(() -> VectorTable.open(warehouse))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("warehouse is gs://bucket/warehouse");
        for (String path : new String[] {"hdfs://name/table", "file:///table", "a:b/table", "table"}) {
            assertThat(TableLocation.folder(path).renamesAtOnce()).as(path).isTrue();
        }
    }

    @Test
    void brokenMetadataIsToldAsSuch() throws IOException {
        VectorTable table = VectorTable.create(location(), LAYOUT);
        try (Stream<Path> files = Files.list(Path.of(table.folder(), "metadata"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Files.writeString(file, "{\"format-version\": ");
            }
        }
        assertThatThrownBy(() -> VectorTable.open(location()))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("metadata");
    }
}
