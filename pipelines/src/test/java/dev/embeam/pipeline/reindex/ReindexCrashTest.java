package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.pipeline.StoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is killed while it reindexes: the table is the one before or the one after, and a rerun finishes. */
class ReindexCrashTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, .embeam-2", "1, .embeam-2", "2, data/2", "3, runs/2"})
    void theTableIsOldOrNewAndARerunFinishes(int seed, String sign) throws Exception {
        TableRun table = TableRun.in(folder);
        table.write(0, 3_000, "red");
        table.done();
        SortedMap<String, StoredRows.Row> before = StoredRows.ofTable(table.table());
        List<String> stays = names(table.table());
        table.write(200, 20_000, "red");

        Process process = start(table.words());
        while (process.isAlive() && names(table.table()).stream().noneMatch(name -> isNew(name, stays, sign))) {
            Thread.sleep(1);
        }
        Thread.sleep(Seeds.random(seed).nextInt(100));
        process.destroyForcibly().waitFor();

        SortedMap<String, StoredRows.Row> after = StoredRows.ofTable(table.table());
        if (after.size() == before.size()) {
            assertThat(after).as(Seeds.describe(seed)).isEqualTo(before);
            assertThat(table.done()).contains("17,000 added", "200 deleted", "2,800 unchanged");
        } else {
            assertThat(table.done()).as(Seeds.describe(seed)).startsWith("nothing changed");
        }
        assertThat(StoredRows.ofTable(table.table())).hasSize(19_800);
    }

    private static boolean isNew(String name, List<String> stays, String sign) {
        return name.startsWith(sign) && !stays.contains(name);
    }

    private static Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.embeam.pipeline.Main"));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> names(Path table) throws IOException {
        List<String> names = new ArrayList<>();
        for (String parent : List.of("", "data", "runs")) {
            try (Stream<Path> files = Files.list(table.resolve(parent))) {
                files.forEach(file -> names.add(table.relativize(file).toString()));
            }
        }
        return names;
    }
}
