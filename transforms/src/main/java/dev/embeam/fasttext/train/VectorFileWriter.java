package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.Subwords;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the vectors of a model's words as a {@code .vec} file, byte by byte as the fasttext tool: a line of their number and
 * columns, then a line a word with five significant digits a number.
 */
public final class VectorFileWriter {
    private static final int BUFFER = 1 << 18;

    private final FastTextModel model;
    private final WritableByteChannel channel;
    private byte[] buffer = new byte[BUFFER];
    private int filled;

    private VectorFileWriter(FastTextModel model, WritableByteChannel channel) {
        this.model = model;
        this.channel = channel;
    }

    /** Writes all words; the caller closes the channel. */
    public static void write(FastTextModel model, WritableByteChannel channel) throws IOException {
        VectorFileWriter writer = new VectorFileWriter(model, channel);
        writer.all();
        writer.flush();
    }

    private void all() throws IOException {
        Dictionary dictionary = model.dictionary();
        int dim = model.input().columns();
        text((dictionary.words() + " " + dim + "\n").getBytes(StandardCharsets.US_ASCII));
        Subwords subwords = new Subwords(model.settings(), dictionary);
        TokenIds rows = new TokenIds();
        float[] vector = new float[dim];
        for (int word = 0; word < dictionary.words(); word++) {
            byte[] bytes = dictionary.bytes(word);
            rows.truncate(0);
            subwords.addRows(bytes, 0, bytes.length, word, rows);
            Arrays.fill(vector, 0);
            model.input().addRows(rows.array(), 0, rows.size(), vector, 0);
            VectorKernels.scale(vector, 0, dim, (float) (1.0 / rows.size()));
            line(bytes, vector);
        }
    }

    private void line(byte[] word, float[] vector) throws IOException {
        text(word);
        need(vector.length * (FiveDigits.LONGEST + 1) + 2);
        buffer[filled++] = ' ';
        for (float value : vector) {
            filled = FiveDigits.write(value, buffer, filled);
            buffer[filled++] = ' ';
        }
        buffer[filled++] = '\n';
    }

    private void text(byte[] bytes) throws IOException {
        need(bytes.length);
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void need(int room) throws IOException {
        if (buffer.length - filled < room) {
            flush();
            buffer = buffer.length < room ? new byte[room] : buffer;
        }
    }

    private void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, filled);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        filled = 0;
    }
}
