package dev.embeam.model;

import dev.embeam.schema.CorruptDataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * The files of one model, wherever they are kept. Names are relative to the folder, with {@code /} between parts, such as
 * {@code 0_StaticEmbedding/model.safetensors}.
 */
public interface ModelFolder {
    /** Where the folder is: what messages and reports call the model. */
    String location();

    /** Whether there is a file of this name. */
    boolean exists(String name) throws IOException;

    /** Opens a file for reading; the caller closes it. */
    SeekableByteChannel open(String name) throws IOException;

    /** The folder at a path of this machine. */
    static ModelFolder of(Path path) {
        return new PathModelFolder(path);
    }

    /** What messages call a file. */
    default String describe(String name) {
        return location() + "/" + name;
    }

    /** The whole of a file that is small enough for an array. */
    default byte[] readAll(String name) {
        try (SeekableByteChannel channel = open(name)) {
            if (channel.size() > Integer.MAX_VALUE - 8) {
                throw new CorruptDataException(
                        describe(name), "", "the file has " + channel.size() + " bytes", "less than 2 GiB");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            readFully(channel, bytes);
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + describe(name) + ": " + e.getMessage(), e);
        }
    }

    /** Fills the rest of a buffer. */
    static void readFully(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the file ends " + bytes.remaining() + " bytes too early");
            }
        }
    }
}
