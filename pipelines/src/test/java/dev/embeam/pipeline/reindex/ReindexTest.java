package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.StoredRows;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of {@code reindex} encodes, writes, deletes and says. */
class ReindexTest {
    @TempDir
    Path folder;

    private TableRun table;

    @BeforeEach
    void prepare() throws IOException {
        table = TableRun.in(folder);
    }

    @Test
    void onlyNewAndChangedDocumentsAreEncodedAndGoneOnesDeleted() throws IOException {
        table.write("a red", "b green", "c blue", "d red", "e red");
        assertThat(table.done())
                .isEqualTo("5 documents: 5 added, 0 changed, 0 deleted, 0 unchanged, 0 failed; 5 encoded");
        table.write("f red", "e red", "d green", "c blue", "b green");
        assertThat(table.done())
                .isEqualTo("5 documents: 1 added, 1 changed, 1 deleted, 3 unchanged, 0 failed; 2 encoded");
        assertThat(asIcebergReads())
                .isEqualTo(Map.of(
                        "b", "[0.0, 1.0]", "c", "[3.0, 4.0]", "d", "[0.0, 1.0]", "e", "[1.0, 0.0]", "f", "[1.0, 0.0]"));
    }

    private SortedMap<String, String> asIcebergReads() throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        try (CloseableIterable<Record> records = IcebergGenerics.read(
                        new HadoopTables(new Configuration()).load(table.table().toString()))
                .build()) {
            records.forEach(record -> assertThat(rows.put(
                            record.getField("id").toString(),
                            record.getField("embedding").toString()))
                    .isNull());
        }
        return rows;
    }

    @Test
    void theSameFilesUnderOtherNamesMakeNoSnapshot() throws IOException {
        table.write("a red", "b green");
        table.done();
        SortedMap<String, String> before = table.disk();
        Files.move(folder.resolve("docs.jsonl"), folder.resolve("docs-of-tuesday.jsonl"));
        assertThat(table.done()).isEqualTo("nothing changed: 2 documents");
        assertThat(table.disk()).isEqualTo(before);
    }

    @Test
    void filesWhoseNamesMakeIdsAreReadAgainUnderOtherNames() throws IOException {
        Files.writeString(folder.resolve("docs.txt"), "red\n");
        table.done("--inputFormat=lines");
        Files.move(folder.resolve("docs.txt"), folder.resolve("docs-of-tuesday.txt"));
        table.done("--inputFormat=lines", "--maxDeleteShare=1");
        assertThat(StoredRows.ofTable(table.table())).containsOnlyKeys("docs-of-tuesday.txt:1");
    }

    @Test
    void theSameDocumentsInOtherBytesAreNeitherEncodedNorWritten() throws IOException {
        table.write("a red", "b green");
        table.done();
        List<SnapshotFile> files = table.files();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("docs.jsonl.gz")))) {
            out.write(Files.readAllBytes(folder.resolve("docs.jsonl")));
        }
        Files.delete(folder.resolve("docs.jsonl"));
        assertThat(table.done())
                .isEqualTo("2 documents: 0 added, 0 changed, 0 deleted, 2 unchanged, 0 failed; 0 encoded");
        assertThat(table.files()).isEqualTo(files);
        assertThat(table.done()).isEqualTo("nothing changed: 2 documents");
    }

    @Test
    void otherSettingsOfTheModelEncodeAllInOneSnapshot() throws IOException {
        table.write("a blue", "b blue");
        table.done();
        List<SnapshotFile> old = table.files();
        table.write("a blue", "c blue");
        assertThat(table.done("--normalize=on", "--maxDeleteShare=0.5"))
                .isEqualTo("2 documents: 1 added, 1 changed, 1 deleted, 0 unchanged, 0 failed; 2 encoded");
        assertThat(table.files()).doesNotContainAnyElementsOf(old).hasSize(1);
        assertThat(table.open().snapshots()).hasSize(2);
        assertThat(asIcebergReads()).isEqualTo(Map.of("a", "[0.6, 0.8]", "c", "[0.6, 0.8]"));
    }

    @Test
    void aFileIsWrittenAnewOnlyWhenMoreOfItIsDeletedThanLeft() throws IOException {
        table.write(0, 100, "red");
        table.done();
        SnapshotFile first = table.files().get(0);
        table.write(0, 50, "red");
        table.done("--maxDeleteShare=1");
        assertThat(table.files()).extracting(SnapshotFile::path).containsExactly(first.path());
        assertThat(table.files().get(0).deleted().cardinality()).isEqualTo(50);
        table.write(0, 49, "red");
        assertThat(table.done("--maxDeleteShare=1")).contains("49 unchanged, 0 failed; 0 encoded");
        assertThat(table.files().get(0).path()).isNotEqualTo(first.path());
        assertThat(table.files().get(0).rows()).isEqualTo(49);
        table.write(200, 201, "red");
        table.done("--maxDeleteShare=1");
        assertThat(table.files()).extracting(SnapshotFile::rows).containsExactly(1L);
    }

    @Test
    void compactingPutsSmallFilesTogetherAndDropsDeletedRowsWithoutEncoding() throws IOException {
        table.write(0, 100, "red");
        table.done();
        table.write(0, 110, "red");
        table.done();
        table.write(5, 115, "red");
        table.done();
        SortedMap<String, StoredRows.Row> rows = StoredRows.ofTable(table.table());
        assertThat(table.files()).hasSize(3);
        assertThat(table.done("--compact"))
                .isEqualTo("110 documents: 0 added, 0 changed, 0 deleted, 110 unchanged, 0 failed; 0 encoded");
        assertThat(table.files()).extracting(SnapshotFile::liveRows).containsExactly(110L);
        assertThat(table.files().get(0).rows()).isEqualTo(110);
        assertThat(StoredRows.ofTable(table.table())).isEqualTo(rows);
        assertThat(table.done("--compact")).as("nothing to put together").isEqualTo("nothing changed: 110 documents");
    }

    @Test
    void everyFileOfTheTableStandsInAManifestWithItsHash() throws Exception {
        table.write(0, 100, "red");
        table.done();
        table.write(2, 110, "red");
        table.done();
        List<String> listed = new ArrayList<>();
        for (TableSnapshot snapshot : table.open().snapshots()) {
            Path manifest = table.table().resolve(snapshot.property(SnapshotProperty.MANIFEST));
            RunManifest run = RunManifestJson.read(Files.readString(manifest), manifest.toString());
            assertThat(run.runId()).isEqualTo(snapshot.property(SnapshotProperty.RUN_ID));
            for (StoredFile file : run.files()) {
                Path path = table.table().resolve(file.path());
                byte[] bytes = Files.readAllBytes(path);
                assertThat(file.bytes()).isEqualTo(bytes.length);
                assertThat(file.sha256())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                listed.add(path.toString());
            }
        }
        assertThat(table.files()).extracting(SnapshotFile::path).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void aTableOfAJdbcCatalogIsKeptLikeAFolder() throws IOException {
        String catalog = "jdbc:h2:mem:catalog;DB_CLOSE_DELAY=-1";
        String[] flags = {"--table=search.articles", "--catalog=" + catalog, "--warehouse=" + folder.resolve("house")};
        table.write("a red", "b green", "c red");
        table.done(flags);
        table.write("a red", "b blue", "c red");
        assertThat(table.done(flags)).contains("1 changed, 0 deleted, 2 unchanged");
        TableLocation location = new TableLocation(
                "search.articles", catalog, folder.resolve("house").toString());
        assertThat(VectorTable.open(location).snapshots()).hasSize(2);
        assertThat(VectorTable.open(location).state().rows()).isEqualTo(3);
        assertThat(table.done(flags)).isEqualTo("nothing changed: 3 documents");
    }
}
