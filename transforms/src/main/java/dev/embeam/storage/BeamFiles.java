package dev.embeam.storage;

import dev.embeam.collection.FileAccess;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;

/** The file systems Beam knows: local, {@code hdfs://}, {@code s3://}, {@code gs://}. */
public final class BeamFiles implements FileAccess {
    @Override
    public SeekableByteChannel open(String path) throws IOException {
        ReadableByteChannel channel = FileSystems.open(FileSystems.matchNewResource(path, false));
        if (channel instanceof SeekableByteChannel seekable) {
            return seekable;
        }
        channel.close();
        throw new IOException("the file system of " + path
                + " reads files from their start only; expected one that can seek; copy the file to another one");
    }
}
