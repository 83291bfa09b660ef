package dev.embeam.transform.embed;

import dev.embeam.model.ModelFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;

/** A model folder on any of Beam's file systems. */
record BeamModelFolder(String location) implements ModelFolder {
    BeamModelFolder {
        location = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    }

    @Override
    public boolean exists(String name) throws IOException {
        try {
            FileSystems.matchSingleFileSpec(describe(name));
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        ReadableByteChannel channel = FileSystems.open(FileSystems.matchNewResource(describe(name), false));
        if (channel instanceof SeekableByteChannel seekable) {
            return seekable;
        }
        channel.close();
        throw new IOException("its file system cannot read from the middle of a file; copy the model to another one");
    }
}
