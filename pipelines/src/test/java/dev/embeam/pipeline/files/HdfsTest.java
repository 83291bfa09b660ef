package dev.embeam.pipeline.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On HDFS, commands do what they do on local files. */
class HdfsTest {
    @TempDir
    static Path folder;

    private static MiniDFSCluster hdfs;
    private static RemoteRuns runs;

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        String root = hdfs.getURI().toString();
        runs = RemoteRuns.prepare(
                folder.resolve("local"),
                new RemoteFolder(
                        root + "/user/embeam", List.of("--hdfsConfiguration=[{\"fs.defaultFS\":\"" + root + "\"}]")));
    }

    @AfterAll
    static void stop() {
        hdfs.shutdown();
    }

    @Test
    void collectionsAreEncodedAlike() throws IOException {
        runs.assertEncodesAlike();
        runs.assertInspectsAlike();
    }

    @Test
    void aFailedRunLeavesNothing() throws IOException {
        runs.assertAFailedRunLeavesNothing();
    }

    @Test
    void leftOversOfACrashAreCleared() throws IOException {
        runs.assertLeftOversOfACrashAreCleared();
    }

    @Test
    void rankingsAreEvaluatedAlike() throws IOException {
        runs.assertEvaluatesAlike();
    }
}
