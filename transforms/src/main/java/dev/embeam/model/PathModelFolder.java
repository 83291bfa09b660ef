package dev.embeam.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model folder on a file system of the JVM. */
record PathModelFolder(Path path) implements ModelFolder {
    @Override
    public String location() {
        return path.toString();
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        return Files.newByteChannel(path.resolve(name));
    }
}
