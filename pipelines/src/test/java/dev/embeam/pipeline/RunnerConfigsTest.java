package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;

/** The files under runner-configs are what Flink reads, and say why. */
class RunnerConfigsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("embeam.root", "..")).resolve("runner-configs/flink");
    private static final Path FLAT = FOLDER.resolve("session-1.18/flink-conf.yaml");
    private static final Path NESTED = FOLDER.resolve("session-1.19/config.yaml");

    @Test
    void flinkReadsTheSettingsOfASessionCluster() {
        Configuration settings = GlobalConfiguration.loadConfiguration(
                FOLDER.resolve("session-1.18").toAbsolutePath().toString());
        assertThat(settings.get(TaskManagerOptions.NETWORK_MEMORY_MIN)).isEqualTo(MemorySize.ofMebiBytes(320));
        assertThat(settings.get(TaskManagerOptions.NETWORK_MEMORY_MAX)).isEqualTo(MemorySize.ofMebiBytes(320));
        assertThat(settings.get(TaskManagerOptions.TOTAL_PROCESS_MEMORY)).isEqualTo(MemorySize.ofMebiBytes(2560));
        assertThat(settings.get(JobManagerOptions.EXECUTION_FAILOVER_STRATEGY)).isEqualTo("region");
        assertThat(settings.get(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL)).isEqualTo(1000);
        assertThat(settings.toMap())
                .containsEntry("restart-strategy", "fixed-delay")
                .containsEntry("restart-strategy.fixed-delay.attempts", "5");
        assertThat(settings.toMap().get("env.java.opts.taskmanager")).contains("--add-modules=jdk.incubator.vector");
    }

    @Test
    void bothVersionsSaySoInTheirOwnForm() throws IOException {
        Map<String, String> flat = flatten(FLAT);
        Map<String, String> nested = flatten(NESTED);
        nested.put("restart-strategy", nested.remove("restart-strategy.type"));
        assertThat(nested).isEqualTo(flat);
    }

    @Test
    void everySettingIsExplained() throws IOException {
        for (Path file : List.of(FLAT, NESTED)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                boolean setting = !line.isEmpty() && !line.startsWith("#") && !line.endsWith(":");
                assertThat(setting && !explained(lines, i))
                        .as("%s, line %d: %s", file, i + 1, line)
                        .isFalse();
            }
        }
    }

    /** By a comment above it, or above the setting that it goes on from. */
    private static boolean explained(List<String> lines, int line) {
        for (int i = line - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
            if (lines.get(i).strip().startsWith("#")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> flatten(Path file) throws IOException {
        Map<String, String> flat = new TreeMap<>();
        flatten("", new YAMLMapper().readTree(Files.readString(file)), flat);
        return flat;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        if (node.isValueNode()) {
            flat.put(prefix, node.asText());
        }
        node.fields()
                .forEachRemaining(field -> flatten(
                        prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey(), field.getValue(), flat));
    }
}
