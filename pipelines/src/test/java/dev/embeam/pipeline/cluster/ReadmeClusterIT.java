package dev.embeam.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.ReadmeCommands;
import dev.embeam.pipeline.ReadmeData;
import dev.embeam.pipeline.StoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lines of README.md that need a cluster, run against one. */
@ExtendWith(LocalCluster.Extension.class)
class ReadmeClusterIT {
    @TempDir
    Path folder;

    private String readme = "";

    @BeforeEach
    void writeFilesOfThoseNames() throws IOException {
        readme = Files.readString(LocalCluster.ROOT.resolve("README.md"));
        FixtureModel.wide(Files.createDirectories(folder.resolve("models/static-embedding-japanese")), 1024);
        ReadmeData.write(folder, readme);
    }

    @Test
    void everyCommandForAClusterRuns(LocalCluster cluster) throws IOException {
        List<List<String>> commands = ReadmeCommands.of(readme).stream()
                .filter(ReadmeCommands::needCluster)
                .toList();
        assertThat(commands).isNotEmpty();
        for (List<String> words : commands) {
            List<String> here =
                    new ArrayList<>(words.stream().map(ReadmeCommands::fromRoot).toList());
            here.add("--flinkMaster=" + cluster.endpoint());
            Invoked run = Invoked.embeam(folder, here);
            assertThat(run.exitCode()).as(run.toString()).isZero();
            awaitNoJob(cluster);
            assertThat(StoredRows.of(folder.resolve("vectors"))).hasSize(3);
        }
    }

    @Test
    void linesForTheToolOfFlinkRun(LocalCluster cluster) throws IOException {
        List<String> words = ReadmeCommands.words(line("flink run "));
        Invoked run = FlinkTool.run(
                cluster,
                folder,
                words.subList(2, words.size()).stream().map(this::here).toList());
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(StoredRows.of(folder.resolve("vectors"))).hasSize(3);
    }

    @Test
    void linesForTheRestEndpointRun(LocalCluster cluster) throws IOException {
        List<String> upload = ReadmeCommands.words(line("curl -F "));
        String jar = cluster.rest().upload(Path.of(here(upload.get(2).replaceFirst("jarfile=@", ""))));
        JsonNode body = new ObjectMapper().readTree(line("curl -d ").replaceFirst("^[^']*'([^']*)'.*$", "$1"));
        List<String> arguments = new ArrayList<>();
        body.path("programArgsList").forEach(argument -> arguments.add(here(argument.asText())));
        String job = cluster.rest()
                .run(jar, body.path("entryClass").asText(), arguments, 200)
                .path("jobid")
                .asText();
        assertThat(cluster.rest().end(job)).isEqualTo("FINISHED");
        assertThat(StoredRows.of(folder.resolve("vectors"))).hasSize(3);
    }

    private String line(String start) {
        return ReadmeCommands.lines(readme).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private String here(String word) {
        return word.replace("=/data/", "=" + folder + "/")
                .replaceFirst("^pipelines/", LocalCluster.ROOT + "/pipelines/");
    }

    private static void awaitNoJob(LocalCluster cluster) {
        Wait.until("no job runs", () -> cluster.rest().runningJob().isPresent() ? Optional.empty() : Optional.of(true));
    }
}
