package dev.embeam.pipeline.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code flink run}, of the libraries of the local cluster. */
final class FlinkTool {
    private FlinkTool() {}

    /** Runs it with these words behind {@code run}. */
    static Invoked run(LocalCluster cluster, Path folder, List<String> words) {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                cluster.folder().resolve("lib") + "/*",
                "-Dlog.file=" + folder.resolve("flink-run.log"),
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "-m",
                cluster.endpoint()));
        all.addAll(words);
        Path settings = LocalCluster.ROOT.resolve("runner-configs/flink/session-" + LocalCluster.FLINK);
        return Invoked.of(folder, all, Map.of("FLINK_CONF_DIR", settings.toString()));
    }
}
