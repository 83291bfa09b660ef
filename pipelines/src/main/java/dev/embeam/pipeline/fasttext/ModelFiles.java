package dev.embeam.pipeline.fasttext;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.Stream;

/** The files that training and quantising read. */
final class ModelFiles {
    private ModelFiles() {}

    /** The path of a text that threads read from several places on. */
    static String text(String path) throws IOException {
        if (Stream.of(".gz", ".zst", ".bz2").anyMatch(path::endsWith)) {
            throw new IllegalArgumentException(
                    "--input is " + path
                            + ", which is compressed; expected plain text, as threads begin at different places of it: unpack it");
        }
        open("input", path).close();
        return path;
    }

    /** A whole model. */
    static FastTextModel model(String path) throws IOException {
        try (SeekableByteChannel channel = open("model", path)) {
            return FastTextReader.read(channel, path);
        }
    }

    private static SeekableByteChannel open(String flag, String path) throws IOException {
        try {
            return new BeamFiles().open(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--" + flag + " is " + path + ", which cannot be opened (" + e.getMessage() + "); expected a file",
                    e);
        }
    }
}
