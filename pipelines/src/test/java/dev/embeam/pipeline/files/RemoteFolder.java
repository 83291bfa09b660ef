package dev.embeam.pipeline.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A folder on a file system that is not local.
 *
 * @param path without a slash at its end
 * @param flags with which a command finds it
 */
record RemoteFolder(String path, List<String> flags) {
    /** Has Beam know the file system in this JVM, as the launcher does at the start of a command. */
    void register() {
        FileSystems.setDefaultPipelineOptions(
                PipelineOptionsFactory.fromArgs(flags.toArray(String[]::new)).create());
    }

    /** Copies all files of a local folder. */
    void upload(Path local) throws IOException {
        try (Stream<Path> files = Files.walk(local)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(local.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    void write(String relative, byte[] bytes) throws IOException {
        try (OutputStream out = Channels.newOutputStream(FileSystems.create(
                FileSystems.matchNewResource(path + "/" + relative, false), "application/octet-stream"))) {
            out.write(bytes);
        }
    }

    /** Copies all files below a folder here to a local one. */
    Path download(String relative, Path local) throws IOException {
        for (String file : list(relative)) {
            Path copy = local.resolve(file);
            Files.createDirectories(copy.getParent());
            try (InputStream in = Channels.newInputStream(
                    FileSystems.open(FileSystems.matchNewResource(path + "/" + relative + "/" + file, false)))) {
                Files.copy(in, copy);
            }
        }
        return local;
    }

    /** The files below a folder here, by their paths relative to it, in order. */
    List<String> list(String relative) throws IOException {
        String start = path + "/" + relative + "/";
        Set<String> found = new ConcurrentSkipListSet<>();
        // On HDFS, two stars find what is in folders, but not what is beside them; one star finds folders as well.
        for (String glob : List.of(start + "*", start + "**")) {
            FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata().stream()
                    .map(Metadata::resourceId)
                    .filter(file -> !file.isDirectory())
                    .forEach(file -> found.add(file.toString().substring(start.length())));
        }
        found.removeIf(file -> found.stream().anyMatch(other -> other.startsWith(file + "/")));
        return List.copyOf(found);
    }
}
