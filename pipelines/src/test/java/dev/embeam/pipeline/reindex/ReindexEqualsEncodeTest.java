package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.Seeds;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.StoredRows;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any history a table holds what encoding its last collection anew gives: ids, bits of vectors, kept fields, failures. */
class ReindexEqualsEncodeTest {
    private static final int STEPS = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void afterEveryStepOfARandomHistory(int seed) throws IOException {
        SplittableRandom random = Seeds.random(seed);
        FixtureModel.sentenceTransformers(Files.createDirectory(folder.resolve("model")), false);
        List<List<String>> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(lines(random.nextInt(200), random));
        }
        for (int step = 0; step < STEPS; step++) {
            String when = Seeds.describe(seed) + ", step " + step;
            Path input = write(files, step, random);
            String normalize = "--normalize=" + (random.nextInt(5) == 0 ? "on" : "off");
            String runner = step == STEPS - 1 ? "--parallelism=2" : "--runner=DirectRunner";
            Path output = folder.resolve("output" + step);
            run("encode", input, "--output=" + output, normalize, runner);
            String[] more = random.nextInt(3) == 0 ? new String[] {"--compact"} : new String[0];
            String said = run("reindex", input, more, "--table=" + folder.resolve("table"), normalize, runner);
            assertThat(StoredRows.ofTable(folder.resolve("table"))).as(when).isEqualTo(StoredRows.of(output));
            if (!said.startsWith("nothing changed")) {
                assertThat(failures(folder.resolve("table/runs/" + lastRun())))
                        .as(when + said)
                        .isEqualTo(failures(output));
            }
            assertThat(folder.resolve("table").toFile().list((dir, name) -> name.startsWith(".embeam-")))
                    .as(when)
                    .isEmpty();
            change(files, random);
        }
    }

    private String lastRun() {
        return VectorTable.open(TableLocation.folder(folder.resolve("table").toString()))
                .snapshot("")
                .property(SnapshotProperty.RUN_ID);
    }

    private String run(String command, Path input, String[] more, String... flags) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--input=" + input.resolve("*.jsonl"),
                "--model=" + folder.resolve("model"),
                "--keepFields=title",
                "--maxFailures=10000",
                "--progress=none"));
        if (command.equals("reindex")) {
            words.addAll(List.of("--allowEmpty", "--maxDeleteShare=1"));
        }
        words.addAll(List.of(more));
        words.addAll(List.of(flags));
        Invocation run = Invocation.of(words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private String run(String command, Path input, String... flags) {
        return run(command, input, new String[0], flags);
    }

    private static List<String> failures(Path output) throws IOException {
        Path failed = output.resolve("failed/failed-00000-of-00001.jsonl");
        return Files.exists(failed) ? Files.readAllLines(failed) : List.of();
    }

    /** Under new names every time; their order may change with the names. */
    private Path write(List<List<String>> files, int step, SplittableRandom random) throws IOException {
        Path input = Files.createDirectory(folder.resolve("input" + step));
        for (List<String> lines : files) {
            String name = (char) ('a' + random.nextInt(26)) + "-" + random.nextInt(1_000_000) + ".jsonl";
            Files.write(input.resolve(name), lines);
        }
        return input;
    }

    private static List<String> lines(int count, SplittableRandom random) {
        return new ArrayList<>(Stream.generate(() -> line(random)).limit(count).toList());
    }

    /** Few ids, so that some occur twice; some records cannot be read. */
    private static String line(SplittableRandom random) {
        if (random.nextInt(40) == 0) {
            return "{\"id\": ";
        }
        String[] words = {"red", "green", "blue", "purple", ""};
        String text = words[random.nextInt(5)] + " " + words[random.nextInt(5)];
        String title = random.nextInt(3) == 0 ? "" : ", \"title\": \"" + words[random.nextInt(5)] + "\"";
        return "{\"id\": \"" + random.nextInt(600) + "\", \"text\": \"" + text + "\"" + title + "}";
    }

    private static void change(List<List<String>> files, SplittableRandom random) {
        for (int i = 0; i < files.size(); i++) {
            List<String> lines = files.get(i);
            switch (random.nextInt(6)) {
                case 0 -> Collections.shuffle(lines, new Random(random.nextLong()));
                case 1 -> lines.addAll(lines(random.nextInt(50), random));
                case 2 -> lines.subList(0, random.nextInt(lines.size() + 1)).clear();
                case 3 -> lines.replaceAll(line -> random.nextInt(4) == 0 ? line(random) : line);
                case 4 -> lines.addAll(List.copyOf(lines.subList(0, random.nextInt(lines.size() + 1))));
                default -> {}
            }
        }
        if (random.nextInt(8) == 0) {
            files.forEach(List::clear);
        }
    }
}
