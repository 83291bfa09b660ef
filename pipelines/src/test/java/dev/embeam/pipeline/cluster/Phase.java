package dev.embeam.pipeline.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A part of an encoding job, known from outside by the files it makes. */
enum Phase {
    /** The job runs and no vector has been written. */
    READING(20, 1500),
    /** The first vectors are being written, while most documents have not been read. */
    ENCODING(5, 1000),
    /** About half of the bytes are written. */
    WRITING(5, 500),
    /** What is to be published is decided. */
    COMMITTING(0, 4);

    private final long periodMillis;
    private final int longestDelayMillis;

    Phase(long periodMillis, int longestDelayMillis) {
        this.periodMillis = periodMillis;
        this.longestDelayMillis = longestDelayMillis;
    }

    /** Waits for a moment within the phase of a job that writes this folder, drawn from the random numbers. */
    void await(LocalCluster cluster, Path output, long totalBytes, Random random) {
        double share = 0.3 + 0.4 * random.nextDouble();
        int delay = random.nextInt(longestDelayMillis);
        Wait.until(this + " of " + output, periodMillis, () -> begun(cluster, output, (long) (share * totalBytes)));
        if (delay > 0) {
            Wait.sleep(delay);
        }
    }

    private Optional<Boolean> begun(LocalCluster cluster, Path output, long bytes) {
        boolean begun = switch (this) {
            case READING -> cluster.rest().runningJob().isPresent();
            case ENCODING -> !temporary(output).isEmpty();
            case WRITING -> temporary(output).stream().mapToLong(Phase::size).sum() >= bytes;
            case COMMITTING ->
                temporary(output).stream().anyMatch(file -> file.endsWith("commit.json.draft"))
                        || temporary(output).stream().anyMatch(file -> file.endsWith("commit.json"));
        };
        return begun ? Optional.of(true) : Optional.empty();
    }

    /** Files that are not published, other than the launcher's trial whether the folder can be written. */
    private static List<Path> temporary(Path output) {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(
                            file -> file.getParent().getFileName().toString().startsWith(".embeam-"))
                    .filter(file -> !file.endsWith("probe"))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder went while it was walked through.
            return List.of();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
