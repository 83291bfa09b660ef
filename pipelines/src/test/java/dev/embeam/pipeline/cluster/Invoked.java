package dev.embeam.pipeline.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that has run in a process of its own.
 *
 * @param words that started it
 * @param exitCode its exit code
 * @param output what it printed, errors among it
 */
record Invoked(List<String> words, int exitCode, String output) {
    private static final Path LAUNCHER = LocalCluster.ROOT.resolve("embeam");

    /** Runs a program to its end. */
    static Invoked of(Path folder, List<String> words) {
        return of(folder, words, Map.of());
    }

    /** Runs a program to its end, with these variables in its environment. */
    static Invoked of(Path folder, List<String> words, Map<String, String> environment) {
        try {
            Path printed = Files.createTempFile("embeam-", ".out");
            int exitCode = start(folder, words, environment, printed).waitFor();
            Invoked invoked = new Invoked(words, exitCode, Files.readString(printed));
            Files.delete(printed);
            return invoked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs {@code ./embeam} to its end. */
    static Invoked embeam(Path folder, List<String> words) {
        return of(folder, launcher(words));
    }

    /** Starts {@code ./embeam}. */
    static Process startEmbeam(Path folder, List<String> words) throws IOException {
        return start(folder, launcher(words), Map.of(), folder.resolve("embeam.out"));
    }

    private static List<String> launcher(List<String> words) {
        List<String> all = new ArrayList<>(List.of(LAUNCHER.toString()));
        all.addAll(words);
        return all;
    }

    private static Process start(Path folder, List<String> words, Map<String, String> environment, Path printed)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
