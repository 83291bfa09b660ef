package dev.embeam.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The cluster that {@code local-cluster.sh} starts, at ports that were free: once for all tests that ask for it as a
 * parameter, and stopped after the last of them.
 */
final class LocalCluster implements AutoCloseable {
    static final Path ROOT =
            Path.of(System.getProperty("embeam.root", "..")).toAbsolutePath().normalize();
    /** The line of Flink that this build is for. */
    static final String FLINK = EnvironmentInformation.getVersion().replaceFirst("^(\\d+\\.\\d+).*", "$1");

    private static final String SCRIPT = "runner-configs/flink/local-cluster.sh";
    private static final List<String> PROCESSES = List.of("jobmanager", "taskmanager-1", "taskmanager-2");

    private final Path folder;
    private final int restPort;
    private final int rpcPort;
    private final FlinkRest rest;

    private LocalCluster() throws IOException {
        folder = ROOT.resolve("target/cluster-tests-" + FLINK);
        restPort = freePort();
        rpcPort = freePort();
        rest = new FlinkRest(endpoint());
    }

    /** Where its REST endpoint listens. */
    String endpoint() {
        return "127.0.0.1:" + restPort;
    }

    FlinkRest rest() {
        return rest;
    }

    /** Its folder, in which its libraries, logs and pids are. */
    Path folder() {
        return folder;
    }

    /** Starts what does not run, as a user does. */
    void start() {
        Invoked started = script("start");
        assertThat(started.exitCode()).as(started.toString()).isZero();
    }

    /** Runs the script with this cluster's folder and ports. */
    Invoked script(String command) {
        return Invoked.of(
                ROOT,
                List.of(
                        ROOT.resolve(SCRIPT).toString(),
                        command,
                        "--flink=" + FLINK,
                        "--dir=" + folder,
                        "--rest-port=" + restPort,
                        "--rpc-port=" + rpcPort));
    }

    /** Ends a process at once, without a chance to clean up: {@code kill -9}. */
    void kill(String process) {
        ProcessHandle handle = process(process);
        assertThat(handle.destroyForcibly()).as("kill -9 of " + process).isTrue();
        handle.onExit().join();
    }

    /** A process that runs. */
    ProcessHandle process(String name) {
        try {
            long pid = Long.parseLong(
                    Files.readString(folder.resolve(name + ".pid")).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(name + " does not run"));
        } catch (IOException e) {
            throw new AssertionError(name + " was not started", e);
        }
    }

    @Override
    public void close() throws IOException {
        script("stop");
        assertThat(PROCESSES).noneMatch(name -> Files.exists(folder.resolve(name + ".pid")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Gives tests the cluster. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {
        @Override
        public void beforeAll(ExtensionContext context) {
            cluster(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LocalCluster.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return cluster(context);
        }

        private static LocalCluster cluster(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(LocalCluster.class, type -> started(), LocalCluster.class);
        }

        private static LocalCluster started() {
            try {
                LocalCluster cluster = new LocalCluster();
                deletePids(cluster.folder);
                cluster.start();
                return cluster;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** Of a run of these tests that was killed: its ports are not ours. */
        private static void deletePids(Path folder) throws IOException {
            for (String name : PROCESSES) {
                Files.deleteIfExists(folder.resolve(name + ".pid"));
            }
        }
    }
}
