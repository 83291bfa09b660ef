package dev.embeam.pipeline.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;

/** The one jar that workers of a cluster need: sent in place of the hundreds of the class path. */
final class ClusterJar {
    static final String NAME = "embeam-cluster.jar";
    private static final String BUILD = "mvn -B -P cluster package -DskipTests";

    private ClusterJar() {}

    /**
     * Has the jar sent with the job, unless the flags name other files.
     *
     * @throws IllegalArgumentException if it has not been built, or before this program was
     */
    static void stage(FlinkPipelineOptions flink) {
        if (flink.getFilesToStage() == null || flink.getFilesToStage().isEmpty()) {
            flink.setFilesToStage(List.of(beside(home()).toString()));
        }
    }

    /** The jar in the folder of this program, whose jar or folder of classes is given. */
    static Path beside(Path program) {
        Path jar = program.resolveSibling(NAME);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    "no jar for a cluster at " + jar + "; expected one of this build; make it with: " + BUILD);
        }
        if (Files.isRegularFile(program) && modified(jar) < modified(program)) {
            throw new IllegalArgumentException("the jar for a cluster, " + jar
                    + ", is older than this program; expected one of this build; make it with: " + BUILD);
        }
        return jar;
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        try {
            return Path.of(ClusterJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this program is no path", e);
        }
    }
}
