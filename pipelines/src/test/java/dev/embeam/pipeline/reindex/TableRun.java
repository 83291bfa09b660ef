package dev.embeam.pipeline.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A model, a collection and a table in one folder, and runs over them. */
record TableRun(Path folder) {
    static TableRun in(Path folder) throws IOException {
        FixtureModel.sentenceTransformers(Files.createDirectory(folder.resolve("model")), false);
        return new TableRun(folder);
    }

    /** Replaces the collection by documents {@code id text}. */
    void write(String... documents) throws IOException {
        List<String> lines = Arrays.stream(documents)
                .map(document -> document.split(" ", 2))
                .map(parts -> "{\"id\": \"" + parts[0] + "\", \"text\": \"" + parts[1] + "\"}")
                .toList();
        Files.write(folder.resolve("docs.jsonl"), lines);
    }

    /** Replaces the collection by documents of these numbers with this text. */
    void write(int from, int to, String text) throws IOException {
        List<String> documents = new ArrayList<>();
        for (int i = from; i < to; i++) {
            documents.add(String.format("%06d %s", i, text));
        }
        write(documents.toArray(String[]::new));
    }

    Path table() {
        return folder.resolve("table");
    }

    List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "reindex",
                "--input=" + folder.resolve("docs*"),
                "--model=" + folder.resolve("model"),
                "--table=" + table(),
                "--runner=DirectRunner",
                "--progress=none"));
        for (String flag : more) {
            words.removeIf(word -> word.startsWith(flag.replaceFirst("=.*", "=")));
            words.add(flag);
        }
        return words;
    }

    Invocation run(String... more) {
        return Invocation.of(words(more).toArray(String[]::new));
    }

    /** A run that succeeds; gives what it says before the time. */
    String done(String... more) {
        Invocation run = run(more);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out().replaceFirst("; [0-9.]+ s; .*\\R", "");
    }

    VectorTable open() {
        return VectorTable.open(TableLocation.folder(table().toString()));
    }

    TableSnapshot current() {
        return open().snapshot("");
    }

    String property(SnapshotProperty name) {
        return current().property(name);
    }

    List<SnapshotFile> files() throws IOException {
        return open().state().files();
    }

    /** Every file of the table by its path, with its bytes' hash and time. */
    SortedMap<String, String> disk() throws IOException {
        SortedMap<String, String> disk = new TreeMap<>();
        if (Files.exists(table())) {
            try (Stream<Path> paths = Files.walk(table())) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    disk.put(table().relativize(path).toString(), Arrays.hashCode(Files.readAllBytes(path)) + "");
                }
            }
        }
        disk.remove("metadata/.lock");
        return disk;
    }
}
