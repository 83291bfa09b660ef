package dev.embeam.collection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Opens files for reading: the one thing this package asks of a file system. */
@FunctionalInterface
public interface FileAccess {
    /** A channel at the first byte of a file. */
    SeekableByteChannel open(String path) throws IOException;
}
