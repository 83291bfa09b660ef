package dev.embeam.model;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A safetensors file: 8 bytes of header length (little-endian), a JSON header, then the numbers of all tensors, row by row,
 * little-endian. The header is read and checked at once, the numbers when they are asked for, from the position where they
 * lie, so a file may be larger than memory. Files whose tensors overlap, leave gaps, or do not fill the file are refused.
 */
final class Safetensors {
    /** The limit of the format's own reader. */
    private static final long LONGEST_HEADER = 100_000_000;

    private final ModelFolder folder;
    private final String name;
    private final List<Tensor> tensors;

    private Safetensors(ModelFolder folder, String name, List<Tensor> tensors) {
        this.folder = folder;
        this.name = name;
        this.tensors = tensors;
    }

    /** Opens a file and reads its header. */
    static Safetensors read(ModelFolder folder, String name) {
        String source = folder.describe(name);
        try (SeekableByteChannel channel = folder.open(name)) {
            return new Safetensors(
                    folder, name, SafetensorsHeader.parse(header(channel, source), channel.size(), source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private static byte[] header(SeekableByteChannel channel, String source) throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new CorruptDataException(source, "", "the file has " + size + " bytes", "at least 8");
        }
        ByteBuffer prefix = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ModelFolder.readFully(channel, prefix);
        long length = prefix.getLong(0);
        long longest = Math.min(LONGEST_HEADER, size - Long.BYTES);
        if (length < 0 || length > longest) {
            throw new CorruptDataException(
                    source,
                    "byte 0",
                    "a header of " + Long.toUnsignedString(length) + " bytes",
                    "at most " + longest + " bytes: this is no safetensors file, or it is damaged");
        }
        ByteBuffer header = ByteBuffer.allocate((int) length);
        ModelFolder.readFully(channel, header);
        return header.array();
    }

    /** The tensor of this name. */
    Optional<Tensor> tensor(String tensorName) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(tensorName))
                .findFirst();
    }

    /** Names, types and shapes of all tensors, for messages. */
    String describeTensors() {
        return tensors.stream()
                .map(tensor -> tensor.name() + " " + tensor.describe())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** What messages call this file. */
    String source() {
        return folder.describe(name);
    }

    /** Opens the numbers of a matrix for reading; the caller closes it. */
    MatrixReader open(Tensor tensor, int columns) {
        try {
            return new MatrixReader(folder.open(name), tensor, columns, source());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source() + ": " + e.getMessage(), e);
        }
    }
}
