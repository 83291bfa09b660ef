package dev.embeam.pipeline.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.pipeline.option.HadoopSettings;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.snapshot.ConcurrentChangeException;
import dev.embeam.snapshot.SnapshotChange;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.nio.file.Path;
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
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on an HDFS that only the user's settings can find: by the name of a service, not by host and port. */
class HdfsTableTest {
    private static final EmbeddingLayout LAYOUT = new EmbeddingLayout(2, Precision.FLOAT32, List.of());

    @TempDir
    static Path folder;

    private static MiniDFSCluster hdfs;
    private static PipelineOptions options;

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        options = PipelineOptionsFactory.fromArgs("--hdfsConfiguration=[{\"fs.defaultFS\":\"hdfs://vectors\","
                        + "\"dfs.nameservices\":\"vectors\",\"dfs.ha.namenodes.vectors\":\"one\","
                        + "\"dfs.namenode.rpc-address.vectors.one\":\""
                        + hdfs.getURI().getAuthority() + "\","
                        + "\"dfs.client.failover.proxy.provider.vectors\":"
                        + "\"org.apache.hadoop.hdfs.server.namenode.ha.ConfiguredFailoverProxyProvider\"}]")
                .create();
        FileSystems.setDefaultPipelineOptions(options);
    }

    @AfterAll
    static void stop() {
        hdfs.shutdown();
    }

    /** As a worker sees it. */
    private static TableLocation location(String name) {
        return SerializableUtils.clone(
                TableLocation.folder("hdfs://vectors/tables/" + name).withHadoop(HadoopSettings.of(options)));
    }

    private static StoredFile write(VectorTable table, String name, String... ids) throws IOException {
        String path = table.dataPath(name);
        try (EmbeddingFileWriter writer = EmbeddingFileWriter.open(
                FileSystems.create(FileSystems.matchNewResource(path, false), "application/octet-stream"),
                EmbeddingFormat.of(LAYOUT))) {
            writer.append(
                    new DocumentKeys("in", new long[ids.length], TextColumn.of(ids), List.of()),
                    new float[2 * ids.length]);
            String sha256 = writer.finish();
            return new StoredFile(path, ids.length, writer.bytes(), sha256);
        }
    }

    private static SnapshotChange change(
            String run, OptionalLong base, List<StoredFile> added, Map<String, BitSet> deleted) {
        return new SnapshotChange(run, base, "", added, List.of(), deleted, Map.of());
    }

    private static OptionalLong id(TableSnapshot snapshot) {
        return OptionalLong.of(snapshot.id());
    }

    @Test
    void filesAreAddedAndRowsDeleted() throws IOException {
        VectorTable table = VectorTable.create(location("plain"), LAYOUT);
        StoredFile file = write(table, "first.parquet", "a", "b", "c");
        TableSnapshot one = table.commit(change("run-1", OptionalLong.empty(), List.of(file), Map.of()));
        BitSet second = new BitSet();
        second.set(1);
        table.commit(change("run-2", id(one), List.of(), Map.of(file.path(), second)));
        VectorTable again = VectorTable.open(location("plain"));
        assertThat(again.snapshots()).hasSize(2);
        assertThat(again.files(again.snapshot("")))
                .containsExactly(new SnapshotFile(file.path(), file.bytes(), 3, second));
    }

    @Test
    void ofRunsAtOnceOneWinsAndTheOthersLoseNothing() throws Exception {
        VectorTable table = VectorTable.create(location("contended"), LAYOUT);
        TableSnapshot base = table.commit(
                change("base", OptionalLong.empty(), List.of(write(table, "base.parquet", "a")), Map.of()));
        List<Callable<TableSnapshot>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            VectorTable own = VectorTable.open(location("contended"));
            SnapshotChange change =
                    change("run-" + i, id(base), List.of(write(table, i + ".parquet", "new")), Map.of());
            runs.add(() -> own.commit(change));
        }
        ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        int won = 0;
        for (Future<TableSnapshot> run : threads.invokeAll(runs)) {
            try {
                run.get();
                won++;
            } catch (ExecutionException lost) {
                assertThat(lost.getCause()).isInstanceOf(ConcurrentChangeException.class);
            }
        }
        threads.shutdown();
        assertThat(won).isEqualTo(1);
        table.refresh();
        assertThat(table.snapshots()).hasSize(2);
        assertThat(table.files(table.snapshot(""))).hasSize(2);
    }
}
